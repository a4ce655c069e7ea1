import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, it } from 'vitest'
import {
  accountDriver,
  isIn,
  opensProfile,
  signsIn,
  signsOut,
  turnsOnSecondFactor,
  type AccountDriver,
} from '../drivers/account-driver.ts'
import { englishIn, type FindEnglish } from '../drivers/english-words.ts'
import { openTestBrowser } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'
import { visibleTexts } from '../drivers/visible-texts.ts'

const telar = openTestBrowser()
let accounts: AccountDriver
let findEnglish: FindEnglish

const fresh = { who: 'nobody', isFresh: true } as const

beforeAll(async () => {
  accounts = accountDriver(telar.api('ada'))
  const model = async (language: string) =>
    (await telar.api('ada').get('/model', { headers: { 'accept-language': language } })).expect(200).body
  const [english, spanish] = await Promise.all([model('en'), model('es')])
  findEnglish = englishIn(english, spanish)
})

/** Every screen of one's own account and of the ways in, each as it is first seen. */
const tour = async (user: User, look: (screen: string) => Promise<void>): Promise<void> => {
  const { t, page } = user
  user.mayBeRefused(403, 422)
  const main = page.getByRole('main')
  const person = await accounts.person('Irene Soto')
  const shows = async (address: string, heading: string) => {
    await user.visits(address)
    await main.getByRole('heading', { level: 1, name: heading }).waitFor()
    await look(address.replace(/\?.*/, ''))
  }
  await shows('/sign-in?problem=OIDC_UNKNOWN_PERSON', t.auth.signInTitle)
  await shows('/forgot-password', t.auth.forgotTitle)
  await shows('/reset-password?token=nonsense', t.auth.linkTitle)
  await shows('/invitation', t.auth.linkAgainTitle)
  await shows(await accounts.resetLink(person), t.auth.resetTitle)
  await shows(await accounts.invites('Juan'), t.auth.invitationTitle.replace('{{name}}', 'Juan'))
  await main.locator('button[type=submit]').click()
  await look('invitation with mistakes')

  await signsIn(user, person)
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  await opensProfile(user)
  await look('profile')
  await main.getByRole('button', { name: t.profile.changePassword }).click()
  await user.dialog(t.profile.changePassword).waitFor()
  await look('change password')
  await page.keyboard.press('Escape')
  await main.getByRole('button', { name: t.profile.newKey }).click()
  await user.fillsIn(user.dialog(), { [t.profile.keyName]: 'ERP' })
  await look('new key')
  await user.dialog().getByRole('button', { name: t.profile.keyMake }).click()
  await user.dialog(t.profile.keyMade).waitFor()
  await look('made key')
  await user.dialog(t.profile.keyMade).getByRole('button', { name: t.action.done }).click()
  await main.getByText('ERP').waitFor()
  await turnsOnSecondFactor(user, person, look)
  await look('profile with key and second factor')
  await main.getByRole('button', { name: t.profile.endAll }).click()
  await user.dialog(t.profile.endAllSure).waitFor()
  await look('sign out everywhere')
  await user.dialog(t.profile.endAllSure).getByRole('button', { name: t.profile.endAll }).click()
  await user.isAt(/\/sign-in/)
  await signsIn(user, person)
  await main.getByRole('heading', { name: t.auth.codeTitle }).waitFor()
  await look('second step')
  await main.getByRole('button', { name: t.auth.useRecovery }).click()
  await main.locator('button[type=submit]').click()
  await look('recovery code')
}

it('has no English word in Spanish', async () => {
  const user = await telar.user({ ...fresh, language: 'es' })
  const found: string[] = []
  await tour(user, async (screen) => {
    found.push(...findEnglish(await visibleTexts(user.page)).map((text) => `${screen}: ${text}`))
  })
  expect(found.filter((text) => !text.endsWith(': English'))).toEqual([])
})

const looks = (['desktop', 'phone'] as const).flatMap((device) =>
  (['light', 'dark'] as const).map((theme) => ({ device, theme })),
)

it.each(looks)('has no serious fault and sticks out nowhere on a $device, $theme', async (seat) => {
  const user = await telar.user({ ...fresh, ...seat })
  const faults: string[] = []
  await tour(user, async (screen) => {
    const { violations } = await new AxeBuilder({ page: user.page }).setLegacyMode(true).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    faults.push(...grave.flatMap(({ id, nodes }) => nodes.map((node) => `${screen}: ${id} ${node.html.slice(0, 200)}`)))
    const overhang = await user.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (overhang > 0) faults.push(`${screen}: sticks out ${String(overhang)}`)
  })
  expect(faults).toEqual([])
})

it('is reached with the keyboard alone: from the menu to a changed password', async () => {
  const person = await accounts.person('Kira Lanz')
  const kira = await telar.user(fresh)
  const { keyboard } = kira.page
  await signsIn(kira, person)
  await isIn(kira, person)
  await kira.page.getByRole('button', { name: person.name }).focus()
  await keyboard.press('Enter')
  await kira.page.getByRole('menuitem', { name: 'My profile and security' }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await kira.page.getByRole('heading', { level: 2, name: 'My roles and rights' }).waitFor()
  await kira.page.getByRole('button', { name: 'Change password' }).focus()
  await keyboard.press('Enter')
  const dialog = kira.dialog('Change password')
  await dialog.waitFor()
  await expect.poll(() => dialog.getByRole('textbox', { name: 'Current password' }).evaluate(isFocused)).toBe(true)
  await keyboard.type(person.password)
  await dialog.getByRole('textbox', { name: 'New password' }).focus()
  await keyboard.type('nueve-barcos-verdes')
  await keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await signsOut(kira, person)
  await signsIn(kira, { ...person, password: 'nueve-barcos-verdes' })
  await isIn(kira, person)
})

const isFocused = (element: Element): boolean => element === document.activeElement
