import { expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'

const telar = openTestBrowser()

it('creates a record without a mouse, and Escape gives the focus back', async () => {
  const ada = await telar.user()
  const { page } = ada
  await ada.visits('/account')
  await ada.row('Aceros del Norte').waitFor()
  const palette = await ada.asksFor('products')
  await palette.getByText('Products', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor()

  await page.keyboard.press('c')
  const form = ada.dialog('New product')
  const name = form.getByRole('textbox', { name: 'Name', exact: true })
  await expect.poll(() => name.evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type('Brida de acero')
  await page.keyboard.press('Tab')
  await page.keyboard.type('BRI-1')
  await form.getByRole('textbox', { name: 'List price' }).focus()
  await page.keyboard.type('1.50')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'hidden' })
  await ada.row('Brida de acero').waitFor()

  await page.keyboard.press('c')
  await form.waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT')
})

it('moves in the grid, edits a cell and opens a record with the keys alone', async () => {
  const api = telar.api('nora')
  ;(await api.post('/records/account', { name: 'Zeta Envases', type: 'prospect' })).expect(201)
  const ada = await telar.user()
  const { page } = ada
  await ada.visits('/account?q=Zeta')
  const title = await ada.cell('Zeta Envases', 'Name')
  await title.waitFor()
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Tab')
  for (let steps = 0; steps < 8 && !(await isInGrid(page)); steps += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  while (!(await title.evaluate((cell) => cell === document.activeElement))) await page.keyboard.press('ArrowRight')

  await page.keyboard.press('Enter')
  await ada.panel.getByRole('heading', { name: 'Zeta Envases' }).waitFor()
  await page.keyboard.press('Escape')
  await ada.panel.waitFor({ state: 'hidden' })
  expect(await title.evaluate((cell) => cell === document.activeElement)).toBe(true)

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Customer', exact: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await ada.toast('Type saved').waitFor()

  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { level: 1, name: 'Zeta Envases' }).waitFor()
})

it('asks before it throws away what was written', async () => {
  const ada = await telar.user()
  await ada.visits('/account')
  await ada.row('Aceros del Norte').waitFor()
  await ada.page.getByRole('button', { name: 'New', exact: true }).click()
  const form = ada.dialog('New account')
  await ada.fillsIn(form, { Name: 'A medio escribir' })
  await ada.page.keyboard.press('Escape')
  const question = ada.dialog('Discard what you wrote?')
  await question.getByRole('button', { name: 'Go on editing' }).click()
  await question.waitFor({ state: 'hidden' })
  expect(await form.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('A medio escribir')
  await ada.page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Discard' }).click()
  await form.waitFor({ state: 'hidden' })
})

it('goes to a module with two letters and shows all keys', async () => {
  const ada = await telar.user()
  await ada.visits('/account')
  await ada.row('Aceros del Norte').waitFor()
  await ada.page.keyboard.press('g')
  await ada.page.keyboard.press('c')
  await ada.page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
  await ada.page.keyboard.press('?')
  await ada.dialog('Keyboard shortcuts').getByText('Search and run commands').waitFor()
  await ada.page.keyboard.press('Escape')
  await ada.dialog('Keyboard shortcuts').waitFor({ state: 'hidden' })
  await ada.page.keyboard.press('f')
  expect(await ada.page.getByRole('region', { name: 'Filter' }).isVisible()).toBe(true)
})

const isInGrid = (page: Awaited<ReturnType<typeof telar.user>>['page']): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null)
