import { beforeEach, expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'

const telar = openTestBrowser()
const nora = telar.api('nora')

let account: { readonly id: string; readonly name: string }
let made = 0

beforeEach(async () => {
  made += 1
  const name = `Talleres Moncayo ${String(made)}`
  const answer = await nora.post('/records/account', { name, type: 'prospect', phone: '+34976000010' })
  account = { id: answer.expect(201).string('id'), name }
})

it('asks which value to keep when somebody else changed the same field meanwhile', async () => {
  const ada = await telar.user()
  ada.mayBeRefused(409)
  await ada.visits(`/account/${account.id}`)
  const page = ada.page.getByRole('main')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const form = ada.dialog(/^Edit/)
  await form.waitFor()
  ;(
    await nora.patch(`/records/account/${account.id}`, { name: 'Talleres del Moncayo, S.L.', type: 'customer' })
  ).expect(200)
  await ada.fillsIn(form, { Name: 'Talleres Moncayo y Cía.', Industry: 'Metal' })
  await form.getByRole('button', { name: 'Save' }).click()

  const question = ada.dialog('Somebody else changed this meanwhile')
  await question.getByText('Talleres del Moncayo, S.L.').waitFor()
  await question.getByText('Talleres Moncayo y Cía.').waitFor()
  await question.getByRole('radio', { name: 'Talleres del Moncayo, S.L.' }).check()
  await question.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'hidden' })
  const saved = await nora.get(`/records/account/${account.id}`)
  expect(saved.body).toMatchObject({ name: 'Talleres del Moncayo, S.L.', type: 'customer', industry: 'metal' })
})

it('takes a deletion back', async () => {
  const ada = await telar.user()
  await ada.visits('/account')
  const panel = await ada.opensRecord(account.name)
  await panel.getByRole('button', { name: 'More actions' }).click()
  await ada.page.getByRole('menuitem', { name: 'Delete' }).click()
  await ada.row(account.name).waitFor({ state: 'hidden' })
  await ada.toast(`Deleted ${account.name}`).getByRole('button', { name: 'Undo' }).click()
  await ada.row(account.name).waitFor()
  expect((await nora.get(`/records/account/${account.id}`)).status).toBe(200)
})

it('takes an edit back', async () => {
  const ada = await telar.user()
  await ada.visits(`/account?id=${account.id}`)
  await ada.changes(ada.panel, 'Type', 'Partner')
  await ada.value(ada.panel, 'Type').getByText('Partner').waitFor()
  await ada.toast('Type saved').getByRole('button', { name: 'Undo' }).click()
  await ada.value(ada.panel, 'Type').getByText('Prospect').waitFor()
  expect((await nora.get(`/records/account/${account.id}`)).at('type')).toBe('prospect')
})

it('shows at once what somebody else does', async () => {
  const ada = await telar.user()
  ada.mayBeRefused(404)
  await ada.visits(`/account?id=${account.id}`)
  await ada.panel.getByRole('heading', { name: account.name }).waitFor()
  ;(await nora.patch(`/records/account/${account.id}`, { type: 'reseller' })).expect(200)
  await ada.value(ada.panel, 'Type').getByText('Reseller').waitFor()
  const type = await ada.cell(account.name, 'Type')
  await expect.poll(() => type.innerText()).toBe('Reseller')
  ;(await nora.post('/records/account', { name: `${account.name} bis`, type: 'customer' })).expect(201)
  await ada.row(`${account.name} bis`).waitFor()
  ;(await nora.delete(`/records/account/${account.id}`)).expect(204)
  await ada.row(account.name).waitFor({ state: 'hidden' })
  await ada.panel.getByText('Not found', { exact: true }).waitFor()
})

it('says what is wrong at the field, in the language of the reader', async () => {
  const ada = await telar.user({ language: 'es' })
  await ada.visits(`/account?id=${account.id}`)
  await ada.page.getByRole('button', { name: 'Nuevo', exact: true }).click()
  const form = ada.dialog('Crear: cuenta')
  await form.getByRole('button', { name: 'Crear', exact: true }).click()
  const name = form.getByRole('textbox', { name: 'Nombre', exact: true })
  await form.getByText('Este dato es obligatorio.').waitFor()
  await expect.poll(() => name.evaluate((input) => input === document.activeElement)).toBe(true)

  await ada.fillsIn(form, { Nombre: 'Ñandú', 'Correo electrónico': 'no es un correo' })
  await form.getByText('No parece una dirección de correo.').waitFor()
  expect(await form.getByText('Este dato es obligatorio.').count()).toBe(0)
})

it('says what only the server knows at the field too', async () => {
  ;(await nora.patch(`/records/account/${account.id}`, { taxId: `B-${account.id}`.slice(0, 20) })).expect(200)
  const ada = await telar.user({ language: 'es' })
  ada.mayBeRefused(409, 422)
  await ada.visits('/account')
  await ada.page.getByRole('button', { name: 'Nuevo', exact: true }).click()
  const form = ada.dialog('Crear: cuenta')
  await ada.fillsIn(form, { Nombre: 'Otra cuenta' })
  await form.getByRole('button', { name: 'Todos los campos' }).click()
  await form.getByRole('tab', { name: 'Detalles' }).click()
  await ada.fillsIn(form, { NIF: `B-${account.id}`.slice(0, 20) })
  await form.getByRole('button', { name: 'Crear', exact: true }).click()
  const field = form.getByRole('textbox', { name: 'NIF' })
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
})

it('shows a record as it was, and comes back', async () => {
  const before = (await nora.get(`/records/account/${account.id}`)).string('updatedAt')
  ;(await nora.patch(`/records/account/${account.id}`, { type: 'customer', name: 'Talleres Nuevos' })).expect(200)
  const ada = await telar.user()
  await ada.visits(`/account/${account.id}`)
  const page = ada.page.getByRole('main')
  await page.getByRole('tab', { name: 'History' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'created this' })
    .getByRole('button', { name: 'See it then' })
    .click()
  await page.getByText('This is how it was on').waitFor()
  await page.getByRole('heading', { level: 1, name: account.name }).waitFor()
  await ada.value(page, 'Type').getByText('Prospect').waitFor()
  expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0)
  expect(new URL(ada.page.url()).searchParams.get('asOf')).toContain(before.slice(0, 10))

  await page.getByRole('button', { name: 'Back to now' }).click()
  await page.getByRole('heading', { level: 1, name: 'Talleres Nuevos' }).waitFor()
})
