import { expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'

const telar = openTestBrowser()

it('finds an account in the list and by its search box', async () => {
  const ada = await telar.user()
  await ada.visits('/')
  await ada.opens('Accounts')
  await ada.row('Aceros del Norte').waitFor()

  await ada.page.getByRole('searchbox', { name: 'Search accounts' }).fill('bodegas nan')
  await ada.row('Aceros del Norte').waitFor({ state: 'hidden' })
  await ada.row('Bodegas Ñandú').waitFor()
  expect(await ada.row('Distribuciones Ebro').count()).toBe(0)
})

it('finds a record of any module with the palette, also from inside a field', async () => {
  const ada = await telar.user()
  await ada.visits('/opportunity')
  await ada.page.getByRole('searchbox', { name: 'Search opportunities' }).click()
  const palette = await ada.asksFor('guadaira')
  await palette.getByText('Electrónica Guadaíra').click()
  await ada.page.getByRole('heading', { level: 1, name: 'Electrónica Guadaíra' }).waitFor()
  expect(new URL(ada.page.url()).pathname).toMatch(/^\/account\/[0-9a-f-]{36}$/)
})

it('adds a contact from the related list of an account', async () => {
  const account = await made('account', { name: 'Forja Ibérica', type: 'customer' })
  const ada = await telar.user()
  await ada.visits(`/account?id=${account}`)
  await ada.panel.getByRole('tab', { name: 'Contacts' }).click()
  await ada.panel.getByText('No contacts yet').waitFor()
  await ada.panel.getByRole('button', { name: 'New' }).click()

  const form = ada.dialog('New contact')
  expect(await form.getByLabel('Account', { exact: true }).inputValue()).toBe('Forja Ibérica')
  await ada.fillsIn(form, { 'First name': 'Begoña', 'Last name': 'Sáenz', 'Job title': 'Gerente' })
  await form.getByRole('button', { name: 'Create', exact: true }).click()

  await ada.panel.getByRole('row', { name: /Begoña Sáenz.*Gerente/ }).waitFor()
  await ada.panel.getByRole('link', { name: 'Begoña Sáenz' }).click()
  await ada.page.getByRole('heading', { level: 1, name: 'Begoña Sáenz' }).waitFor()
  await ada.page.getByRole('link', { name: 'Forja Ibérica' }).first().waitFor()
})

it('moves an opportunity in the grid and in the panel, and sees both moves in its history', async () => {
  await made('opportunity', {
    name: 'Nave de Zuera',
    account: await accountNamed('Cartonajes Turia'),
    closeDate: '2027-02-01',
  })
  const ada = await telar.user()
  await ada.visits('/opportunity')
  const stage = await ada.cell('Nave de Zuera', 'Stage')
  await stage.dblclick()
  await ada.page.getByRole('option', { name: 'Qualification' }).click()
  await ada.toast('Stage saved').waitFor()
  expect(await stage.innerText()).toBe('Qualification')

  const panel = await ada.opensRecord('Nave de Zuera')
  await ada.changes(panel, 'Stage', 'Proposal')
  await ada.value(panel, 'Stage').getByText('Proposal').waitFor()
  await expect.poll(() => stage.innerText()).toBe('Proposal')

  await panel.getByRole('tab', { name: 'History' }).click()
  const changes = panel.getByRole('listitem').filter({ hasText: 'Ada Campos changed' })
  await expect.poll(() => changes.count()).toBe(2)
  expect(await changes.locator('del').allInnerTexts()).toEqual(['Qualification', 'Prospecting'])
  expect(await changes.locator('ins').allInnerTexts()).toEqual(['Proposal', 'Qualification'])
})

it('notes a call', async () => {
  const ada = await telar.user()
  await ada.visits('/')
  await ada.opens('Calls')
  await ada.creates({
    Subject: 'Pregunta por el plazo de entrega',
    Status: 'Held',
    Start: { day: 12, time: '10:30' },
    Account: 'Distribuciones Ebro',
    Result: 'Reached',
  })
  expect(await (await ada.cell('Pregunta por el plazo de entrega', 'Account')).innerText()).toContain(
    'Distribuciones Ebro',
  )

  await ada.toast('Created').getByRole('button', { name: 'Open' }).click()
  await ada.page.getByRole('heading', { level: 1, name: 'Pregunta por el plazo de entrega' }).waitFor()
})

it('writes a quote with two lines and sees its totals before and after saving', async () => {
  const ada = await telar.user()
  await ada.visits('/quote')
  await ada.page.getByRole('button', { name: 'New', exact: true }).click()
  const form = ada.dialog('New quote')
  await ada.fillsIn(form, {
    Subject: 'Estanterías y montaje',
    Account: 'Aceros del Norte',
    Date: '15/11/2026',
  })
  await form.getByRole('button', { name: 'All fields' }).click()
  await form.getByRole('button', { name: 'Add line' }).click()
  await ada.fillsIn(form, {
    'Product, line 1': 'Estantería cantilever',
    'Quantity, line 1': '10',
    'Unit price, line 1': '412',
    'Discount, line 1': '10',
  })
  await form.getByRole('button', { name: 'Add line' }).click()
  await ada.fillsIn(form, { 'Description, line 2': 'Montaje', 'Quantity, line 2': '8', 'Unit price, line 2': '45.50' })
  // 10 × 412 less a tenth, and 8 × 45.50; 21 % of VAT on both.
  await form.getByText('€3,708.00').first().waitFor()
  await form.getByText('€4,927.12').first().waitFor()
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await form.waitFor({ state: 'hidden' })

  expect(await (await ada.cell('Estanterías y montaje', 'Total')).innerText()).toBe('€4,927.12')
})

const made = async (module: string, data: Parameters<ReturnType<typeof telar.api>['post']>[1]): Promise<string> => {
  const answer = await telar.api('ada').post(`/records/${module}`, data)
  return answer.expect(201).string('id')
}

const accountNamed = async (name: string): Promise<string> => {
  const filter = { field: 'name', op: 'equals', value: name }
  return (await telar.api('ada').get('/records/account', { query: { filter } })).expect(200).string('records', 0, 'id')
}
