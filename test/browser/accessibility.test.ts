import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'

const telar = openTestBrowser()
let opportunity = ''

beforeAll(async () => {
  opportunity = (await telar.api('nora').get('/records/opportunity', { query: { limit: 1 } })).string(
    'records',
    0,
    'id',
  )
})

const looks = (['desktop', 'phone'] as const).flatMap((device) =>
  (['light', 'dark'] as const).map((theme) => ({ device, theme })),
)

/** Every screen that a day begins with, in the order in which they are come by. */
const screens: Readonly<Record<string, (user: User) => Promise<void>>> = {
  list: async (user) => {
    await user.visits('/opportunity')
    await user.page.getByText('Renovación de estanterías').first().waitFor()
  },
  'filter builder': async ({ page }) => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('combobox', { name: 'Field' }).waitFor()
  },
  panel: async (user) => {
    await user.visits(`/opportunity?id=${opportunity}`)
    await user.panel.getByRole('tab', { name: 'Details' }).waitFor()
  },
  'inline editor': async ({ panel, page }) => {
    await panel.getByRole('button', { name: 'Edit Stage' }).click()
    await page.getByRole('option').first().waitFor()
  },
  'record page': async (user) => {
    await user.visits(`/opportunity/${opportunity}`)
    await user.page.getByRole('tab', { name: 'History' }).waitFor()
  },
  history: async ({ page }) => {
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByText('created this').waitFor()
  },
  'create dialog': async (user) => {
    await user.visits('/quote')
    await user.page.getByRole('button', { name: 'New', exact: true }).click()
    await user.dialog('New quote').getByRole('button', { name: 'All fields' }).click()
    await user.dialog('New quote').getByRole('button', { name: 'Add line' }).click()
  },
  'create dialog with mistakes': async (user) => {
    await user.dialog('New quote').getByRole('button', { name: 'Create', exact: true }).click()
    await user.dialog('New quote').getByText('This is needed.').first().waitFor()
  },
  calendar: async (user) => {
    await user.visits('/call')
    await user.page.getByRole('button', { name: 'New', exact: true }).click()
    await user.dialog('New call').getByRole('textbox', { name: 'Start' }).press('ArrowDown')
    await user.dialog('Calendar of Start').getByRole('spinbutton', { name: 'Hours' }).waitFor()
  },
  'link picker': async (user) => {
    await user.page.keyboard.press('Escape')
    await user.dialog('New call').getByRole('combobox', { name: 'Account' }).click()
    await user.page.getByRole('option').first().waitFor()
  },
  palette: async (user) => {
    await user.visits('/account')
    await user.page.getByText('Aceros del Norte').first().waitFor()
    const palette = await user.asksFor('ac')
    await palette.getByText('Accounts', { exact: true }).waitFor()
  },
}

const entries: typeof screens = {
  'sign-in': async (user) => {
    await user.visits('/sign-in')
    await user.page.getByRole('button', { name: 'Sign in' }).click()
    await user.page.getByText('This does not look like an email address.').waitFor()
  },
  setup: async (user) => {
    await user.visits('/setup')
    await user.page.getByRole('textbox', { name: 'Setup code' }).waitFor()
  },
}

const faultsOn = async (user: User, steps: typeof screens): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const [screen, open] of Object.entries(steps)) {
    await open(user)
    const { violations } = await new AxeBuilder({ page: user.page }).setLegacyMode(true).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    faults.push(...grave.flatMap(({ id, nodes }) => nodes.map((node) => `${screen}: ${id} ${node.html.slice(0, 200)}`)))
  }
  return faults
}

it.each(looks)('has no serious fault on a $device, $theme', async (look) => {
  expect(await faultsOn(await telar.user(look), screens)).toEqual([])
})

it.each(looks)('has none before the sign-in on a $device, $theme', async (look) => {
  expect(await faultsOn(await telar.user({ ...look, who: 'nobody' }), entries)).toEqual([])
})
