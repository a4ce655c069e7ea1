import { beforeAll, expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'

const telar = openTestBrowser()
const nora = telar.api('nora')

beforeAll(async () => {
  for (const name of ['Quesos Arribes', 'Quesos Arriondas'])
    (await nora.post('/records/account', { name, type: 'customer' })).expect(201)
})

const newCall = async (user: User) => {
  await user.visits('/call')
  await user.page.getByRole('button', { name: user.t.list.new, exact: true }).click()
  return user.dialog(user.t.record.newTitle.replace('{{module}}', user.t.list.new === 'New' ? 'call' : 'llamada'))
}

const startOf = async (subject: string): Promise<unknown> => {
  const filter = { field: 'subject', op: 'equals', value: subject }
  return (await nora.get('/records/call', { query: { filter } })).expect(200).at('records', 0, 'startsAt')
}

it('takes a day and a time as they are typed in Spanish, and Enter saves', async () => {
  const ada = await telar.user({ language: 'es' })
  const form = await newCall(ada)
  await ada.fillsIn(form, { Asunto: 'Tecleada' })
  const start = form.getByRole('textbox', { name: 'Inicio' })
  await start.focus()
  await ada.page.keyboard.type('22/11/2026 10:30')
  await ada.page.keyboard.press('Enter')
  await form.waitFor({ state: 'hidden' })
  expect(await startOf('Tecleada')).toBe('2026-11-22T09:30:00Z')
})

it('takes other ways to write a moment in English, and shows what it understood', async () => {
  const ada = await telar.user()
  const form = await newCall(ada)
  const start = form.getByRole('textbox', { name: 'Start' })
  for (const typed of ['11/22/2026 10:30 AM', '2026-11-22T10:30', '22 Nov 2026, 10:30']) {
    await start.fill(typed)
    await start.blur()
    expect(await start.inputValue()).toBe('22 Nov 2026, 10:30')
  }
  await start.fill('next week')
  await start.blur()
  await form.getByText('This is not a date and time.').waitFor()
  expect(await start.inputValue()).toBe('next week')
})

it('has a calendar and a clock for those who point, named in both languages', async () => {
  for (const [language, field, hours, minutes] of [
    ['en', 'Start', 'Hours', 'Minutes'],
    ['es', 'Inicio', 'Horas', 'Minutos'],
  ] as const) {
    const ada = await telar.user({ language })
    const form = await newCall(ada)
    const calendar = ada.dialog(ada.t.field.calendarOf.replace('{{field}}', field))
    await form.getByRole('button', { name: ada.t.field.calendarOf.replace('{{field}}', field) }).click()
    await calendar.getByRole('spinbutton', { name: hours }).waitFor()
    await calendar.getByRole('spinbutton', { name: minutes }).waitFor()
    await ada.page.keyboard.press('Escape')
    await calendar.waitFor({ state: 'hidden' })
    const input = form.getByRole('textbox', { name: field })
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true)
    await ada.page.keyboard.press('ArrowDown')
    await calendar.waitFor()
    await ada.page.keyboard.press('ArrowRight')
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.press('Escape')
    expect(await input.inputValue()).toMatch(/00:00$/)
  }
})

it('changes a day of a record in its place by typing', async () => {
  const made = await nora.post('/records/task', { subject: 'Con fecha', status: 'notStarted', priority: 'low' })
  const id = made.expect(201).string('id')
  const ada = await telar.user()
  await ada.visits(`/task?view=all&id=${id}`)
  await ada.panel.getByRole('button', { name: 'Edit Due date' }).click()
  await ada.page.keyboard.type('24/12/2026')
  await ada.page.keyboard.press('Enter')
  await ada.value(ada.panel, 'Due date').getByText('24 Dec 2026').waitFor()
  expect((await nora.get(`/records/task/${id}`)).at('dueDate')).toBe('2026-12-24')
})

it('passes through lists with the Tab key without opening them', async () => {
  const ada = await telar.user()
  await ada.visits('/account')
  await ada.row('Aceros del Norte').waitFor()
  await ada.page.getByRole('button', { name: 'New', exact: true }).click()
  const form = ada.dialog('New account')
  await form.getByRole('button', { name: 'All fields' }).click()
  await form.getByRole('textbox', { name: 'Name', exact: true }).focus()
  for (let steps = 0; steps < 8; steps += 1) {
    await ada.page.keyboard.press('Tab')
    expect(await ada.page.getByRole('listbox').count()).toBe(0)
  }
  const parent = form.getByRole('combobox', { name: 'Parent account' })
  await parent.focus()
  expect(await parent.getAttribute('aria-expanded')).toBe('false')
  await parent.press('ArrowDown')
  await ada.page.getByRole('listbox', { name: 'Accounts' }).waitFor()
  expect(await parent.getAttribute('aria-expanded')).toBe('true')
  expect(await parent.getAttribute('aria-controls')).toBe(
    await ada.page.getByRole('listbox', { name: 'Accounts' }).getAttribute('id'),
  )
})

it('takes the record that is meant when Enter comes before the answer', async () => {
  const ada = await telar.user()
  const form = await newCall(ada)
  const account = form.getByRole('combobox', { name: 'Account' })
  await ada.page.route('**/records/account?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  await account.focus()
  await ada.page.keyboard.type('quesos arrion')
  expect(await ada.page.getByRole('option', { name: /^Create/ }).count()).toBe(0)
  await ada.page.keyboard.press('Enter')
  await expect.poll(() => account.inputValue()).toBe('Quesos Arriondas')
  await form.waitFor()
  expect(await ada.page.getByRole('dialog', { name: 'New account' }).count()).toBe(0)
})

it('complains with a line and words, not with the example in the field', async () => {
  const ada = await telar.user()
  const form = await newCall(ada)
  const start = form.getByRole('textbox', { name: 'Start' })
  const colour = () => start.evaluate((input) => getComputedStyle(input, '::placeholder').color)
  const calm = await colour()
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await form.getByText('This is needed.').first().waitFor()
  expect(await start.getAttribute('aria-invalid')).toBe('true')
  expect(await colour()).toBe(calm)
})

it('says once that a list is empty, and numbers no lonely order', async () => {
  const ada = await telar.user()
  await ada.visits('/account?q=nothing+of+the+kind')
  await ada.page.getByText('Nothing matches').waitFor()
  expect(await ada.page.getByText('Nothing to show').count()).toBe(0)
  await ada.visits('/product?columns=name,price&sort=category,name')
  await ada.row('Carretilla retráctil').waitFor()
  expect(await ada.page.getByRole('columnheader', { name: 'Name' }).innerText()).toBe('Name')
})

it('draws an icon of its own for every module in the navigation', async () => {
  const ada = await telar.user()
  await ada.visits('/account')
  const items = ada.page.getByRole('navigation', { name: 'Modules' }).getByRole('link')
  await items.first().waitFor()
  const pictures = await items.evaluateAll((links) =>
    links.map((link) => `${link.textContent} ${link.querySelector('svg')?.getAttribute('class') ?? 'none'}`),
  )
  expect(pictures.filter((picture) => picture.includes('circle-dot'))).toEqual([])
})
