import { beforeAll, expect, it } from 'vitest'
import {
  accountDriver,
  isIn,
  opensProfile,
  password,
  signsIn,
  signsOut,
  turnsOnSecondFactor,
  type AccountDriver,
} from '../drivers/account-driver.ts'
import { apiAt } from '../drivers/telar-server.ts'
import { openTestBrowser } from '../drivers/test-browser.ts'
import { totpCode } from '../drivers/totp.ts'

const telar = openTestBrowser()
let accounts: AccountDriver

const fresh = { who: 'nobody', isFresh: true } as const

beforeAll(() => {
  accounts = accountDriver(telar.api('ada'))
})

it('protects an account with a second factor, opens it with a code, and with each recovery code once', async () => {
  const person = await accounts.person('Carla Puig')
  const carla = await telar.user(fresh)
  carla.mayBeRefused(422)
  const main = carla.page.getByRole('main')
  const confirm = () => main.getByRole('button', { name: 'Confirm' }).click()
  await signsIn(carla, person)
  await isIn(carla, person)
  await opensProfile(carla)
  const { secret, recoveryCodes } = await turnsOnSecondFactor(carla, person)
  expect(recoveryCodes).toHaveLength(10)
  await carla.page.getByText('10 recovery codes left').waitFor()

  await signsOut(carla, person)
  await signsIn(carla, person)
  await main.getByRole('heading', { name: 'One more step' }).waitFor()
  await carla.fillsIn(main, { 'Six-digit code': '000 000' })
  await confirm()
  await main.getByText('This code is not right').waitFor()
  await carla.fillsIn(main, { 'Six-digit code': totpCode(secret, 1) })
  await confirm()
  await isIn(carla, person)

  const recover = async () => {
    await signsOut(carla, person)
    await signsIn(carla, person)
    await main.getByRole('button', { name: 'Use a recovery code' }).click()
    await carla.fillsIn(main, { 'Recovery code': recoveryCodes[0] ?? '' })
    await confirm()
  }
  await recover()
  await isIn(carla, person)
  await recover()
  await main.getByText('This code is not right').waitFor()
  await carla.fillsIn(main, { 'Recovery code': recoveryCodes[1] ?? '', 'Do not ask again in this browser': true })
  await confirm()
  await isIn(carla, person)
  await signsOut(carla, person)
  await signsIn(carla, person)
  await isIn(carla, person)

  await opensProfile(carla)
  await carla.page.getByText('8 recovery codes left').waitFor()
  await main.getByRole('button', { name: 'Turn off' }).click()
  await carla.fillsIn(carla.dialog('Two-step verification'), { Password: 'not-my-password' })
  await carla.dialog('Two-step verification').getByRole('button', { name: 'Turn off' }).click()
  await carla.page.getByText('This is not your current password').waitFor()
  await carla.fillsIn(carla.dialog('Two-step verification'), { Password: person.password })
  await carla.dialog('Two-step verification').getByRole('button', { name: 'Turn off' }).click()
  await main.getByText('Off', { exact: true }).waitFor()
})

it('gives a new password by a link that works once and does not stay in the address', async () => {
  const person = await accounts.person('Darío Vela')
  const link = await accounts.resetLink(person)
  const dario = await telar.user(fresh)
  dario.mayBeRefused(401, 403, 422)
  const main = dario.page.getByRole('main')
  const save = () => main.getByRole('button', { name: 'Save password' }).click()
  await dario.visits(link)
  await main.getByText(person.email).waitFor()
  await expect.poll(() => new URL(dario.page.url()).search).toBe('')
  await dario.fillsIn(main, { 'New password': 'contraseña123' })
  await save()
  await main.getByText('among the first that anybody would try').waitFor()
  await dario.fillsIn(main, { 'New password': 'nueve-barcos-verdes' })
  await save()
  await main.getByRole('heading', { name: 'Your password has been changed' }).waitFor()

  await signsIn(dario, person)
  await main.getByText('The email or the password is not right.').waitFor()
  await signsIn(dario, { ...person, password: 'nueve-barcos-verdes' })
  await isIn(dario, person)
  await dario.visits(link)
  await main.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
})

it('says what to do where the server sends no mail, and after too many tries for how long to wait', async () => {
  const visitor = await telar.user(fresh)
  visitor.mayBeRefused(401, 429)
  const main = visitor.page.getByRole('main')
  await visitor.visits('/sign-in')
  await main.getByRole('link', { name: 'Forgot your password?' }).click()
  await main.getByText('This server sends no mail.').waitFor()
  await main.getByRole('link', { name: 'Back to sign-in' }).click()
  const send = main.getByRole('button', { name: 'Sign in' })
  const waiting = main.getByText('Too many tries. You can try again in')
  const refused = main.getByText('The email or the password is not right.')
  const email = `nobody.${String(Date.now())}@telar.example`
  await expect
    .poll(async () => {
      if (await waiting.isVisible()) return 'waiting'
      await visitor.fillsIn(main, { Email: email, Password: `wrong-${String(Math.random())}` })
      await send.click()
      await refused.or(waiting).waitFor()
      return (await waiting.isVisible()) ? 'waiting' : 'refused'
    })
    .toBe('waiting')
  await send.waitFor()
})

it('takes an invitation, tells what a password needs while it is written, and ends inside', async () => {
  const link = await accounts.invites('Elsa Ferrer')
  const elsa = await telar.user(fresh)
  elsa.mayBeRefused(403, 422)
  const main = elsa.page.getByRole('main')
  const rules = main.getByRole('list', { name: 'A good password' })
  const met = () => rules.getByText('fulfilled').count()
  await elsa.visits(link)
  await main.getByRole('heading', { name: 'Welcome, Elsa Ferrer' }).waitFor()
  await expect.poll(() => new URL(elsa.page.url()).search).toBe('')
  expect(await met()).toBe(0)
  const field = main.getByRole('textbox', { name: 'Password' })
  await field.fill('elsa')
  expect(await met()).toBe(0)
  await field.fill('elsa-2026-elsa')
  expect(await met()).toBe(2)
  await main.getByRole('button', { name: 'Set password and go in' }).click()
  await main.getByText('must not contain the name').waitFor()
  await field.fill(password)
  expect(await met()).toBe(3)
  await field.press('Enter')
  await elsa.page.getByRole('button', { name: 'Elsa Ferrer' }).waitFor()
  await elsa.page.getByRole('navigation', { name: 'Modules' }).getByRole('link', { name: 'Accounts' }).waitFor()
  await elsa.visits(link)
  await main.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
})

it('ends one other session, and signs out everywhere', async () => {
  const person = await accounts.person('Fermín Oliva')
  const [here, there] = [await telar.user(fresh), await telar.user(fresh)]
  there.mayBeRefused(401)
  here.mayBeRefused(401)
  for (const user of [here, there]) {
    await signsIn(user, person)
    await isIn(user, person)
  }
  await opensProfile(here)
  await here.page.getByRole('button', { name: 'End all others' }).waitFor()
  const others = here.page.getByRole('button', { name: 'End the session: Chrome on Linux' })
  await expect.poll(() => others.count()).toBeGreaterThan(0)
  const before = await others.count()
  await others.first().click()
  await expect.poll(() => others.count()).toBe(before - 1)

  await signsIn(there, person)
  await isIn(there, person)
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.dialog('Sign out everywhere?').getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.isAt(/\/sign-in/)
  await there.visits('/account')
  await there.isAt(/\/sign-in/)
})

it('makes a key with fewer roles, shows it once, and shuts it out when it is removed', async () => {
  const person = await accounts.person('Gala Mora')
  const gala = await telar.user(fresh)
  await signsIn(gala, person)
  await isIn(gala, person)
  await opensProfile(gala)
  const main = gala.page.getByRole('main')
  await main.getByRole('button', { name: 'New key' }).click()
  const dialog = gala.dialog()
  await gala.fillsIn(dialog, { 'What it is for': 'Nightly import', 'Works for': '30 days' })
  await gala.fillsIn(dialog, { 'Only with these roles': 'Sales representative' })
  await gala.page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Make key' }).click()
  const key = await gala.dialog('Your new key').locator('code').innerText()
  await gala.dialog('Your new key').getByRole('button', { name: 'Done' }).click()
  const row = main.getByRole('listitem').filter({ hasText: 'Nightly import' })
  expect(await row.innerText()).toContain('only Sales representative')
  expect(await gala.page.getByText(key).count()).toBe(0)

  const api = apiAt(new URL(gala.page.url()).origin)
  const ask = () => api.get('/me', { headers: { authorization: `Bearer ${key}` } })
  expect((await ask()).expect(200).each('roles', 'name')).toEqual(['sales-representative'])
  await row.getByRole('button', { name: 'Remove Nightly import' }).click()
  await gala.dialog('Remove the key').getByRole('button', { name: 'Remove' }).click()
  await main.getByText('You have no API keys').waitFor()
  ;(await ask()).expect(401)
})

it('changes name, password and language, and tells in plain words what one may do', async () => {
  const person = await accounts.person('Hugo Prats')
  const hugo = await telar.user(fresh)
  hugo.mayBeRefused(422)
  await signsIn(hugo, person)
  await isIn(hugo, person)
  await hugo.page.getByRole('button', { name: person.name }).click()
  await hugo.page.getByRole('menuitem', { name: 'My profile and security' }).click()
  const main = hugo.page.getByRole('main')
  await hugo.fillsIn(main, { Name: 'Hugo Prats Gil' })
  await main.getByRole('button', { name: 'Save name' }).click()
  await hugo.page.getByRole('button', { name: 'Hugo Prats Gil' }).waitFor()

  await main.getByRole('button', { name: 'Change password' }).click()
  const dialog = hugo.dialog('Change password')
  await hugo.fillsIn(dialog, { 'Current password': 'something-else', 'New password': 'nueve-barcos-verdes' })
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await dialog.getByText('This is not your current password').waitFor()
  await hugo.fillsIn(dialog, { 'Current password': person.password })
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await dialog.waitFor({ state: 'hidden' })

  const rights = main.getByRole('region', { name: 'My roles and rights' })
  expect(await rights.innerText()).toMatch(/Sales representative[\s\S]*Opportunities[\s\S]*see, create/)
  await hugo.fillsIn(main, { Language: 'Español' })
  await main.getByRole('heading', { name: 'Mi perfil y seguridad' }).waitFor()
})
