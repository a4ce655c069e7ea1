import { beforeAll, expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'

const telar = openTestBrowser()

const titles = ['Alfa', 'Beta', 'Gamma', 'Delta', 'Épsilon']

beforeAll(async () => {
  const api = telar.api('nora')
  for (const [index, title] of titles.entries()) {
    const task = {
      subject: `Tarea ${title}`,
      status: index < 3 ? 'notStarted' : 'inProgress',
      priority: index % 2 === 0 ? 'high' : 'low',
      dueDate: `2026-12-${String(10 + index)}`,
    }
    ;(await api.post('/records/task', task)).expect(201)
  }
})

const subjects = async (user: User): Promise<readonly string[]> => {
  const cells = user.page.getByRole('gridcell').filter({ has: user.page.getByRole('link', { name: /^Tarea/ }) })
  return cells.allInnerTexts()
}

const openAll = async (user: User): Promise<void> => {
  await user.visits('/task?view=all')
  await user.row('Tarea Alfa').waitFor()
}

it('sorts by a column, one way and the other, and the address says so', async () => {
  const ada = await telar.user()
  await openAll(ada)
  const heading = ada.page.getByRole('columnheader', { name: 'Subject' })
  await heading.click()
  await expect
    .poll(() => subjects(ada))
    .toEqual(['Tarea Alfa', 'Tarea Beta', 'Tarea Delta', 'Tarea Épsilon', 'Tarea Gamma'])
  await heading.click()
  await expect
    .poll(() => subjects(ada))
    .toEqual(['Tarea Gamma', 'Tarea Épsilon', 'Tarea Delta', 'Tarea Beta', 'Tarea Alfa'])
  expect(new URL(ada.page.url()).searchParams.get('sort')).toBe('-subject')
})

it('filters with the builder, and keeps everything over a reload and on the way back', async () => {
  const ada = await telar.user()
  await openAll(ada)
  await ada.page.getByRole('button', { name: 'Filter', exact: true }).click()
  const builder = ada.page.getByRole('region', { name: 'Filter' })
  await ada.fillsIn(builder, { Field: 'Priority', Operator: 'is' })
  await ada.fillsIn(builder, { Priority: 'High' })
  await expect.poll(() => subjects(ada)).toHaveLength(3)
  await builder.getByRole('button', { name: 'Condition', exact: true }).click()
  const second = builder.getByRole('combobox', { name: 'Field' }).last()
  await second.click()
  await second.fill('Subject')
  await ada.page.getByRole('option', { name: 'Subject', exact: true }).first().click()
  await builder.getByRole('combobox', { name: 'Operator' }).last().click()
  await ada.page.getByRole('option', { name: 'contains', exact: true }).click()
  await ada.fillsIn(builder, { Subject: 'gam' })
  await expect.poll(() => subjects(ada)).toEqual(['Tarea Gamma'])
  await ada.page.getByRole('button', { name: 'Filter · 2' }).waitFor()

  await ada.page.reload()
  await ada.row('Tarea Gamma').waitFor()
  expect(await subjects(ada)).toEqual(['Tarea Gamma'])
  await ada.opensRecord('Tarea Gamma')
  await ada.page.goBack()
  await ada.panel.waitFor({ state: 'hidden' })
  expect(await subjects(ada)).toEqual(['Tarea Gamma'])
})

it('offers what was filtered away when nothing is left', async () => {
  const ada = await telar.user()
  await openAll(ada)
  await ada.page.getByRole('searchbox', { name: 'Search tasks' }).fill('nothing of the kind')
  await ada.page.getByText('Nothing matches').waitFor()
  await ada.page.getByRole('button', { name: 'Show everything' }).click()
  await expect.poll(() => subjects(ada)).toHaveLength(titles.length)
  expect(await ada.page.getByRole('searchbox', { name: 'Search tasks' }).inputValue()).toBe('')
})

it('shows and hides columns, and a bookmark keeps them', async () => {
  const ada = await telar.user()
  await openAll(ada)
  const heading = (name: string) => ada.page.getByRole('columnheader', { name, exact: true })
  await ada.page.getByRole('button', { name: 'Columns' }).click()
  await ada.page.getByRole('checkbox', { name: 'Created', exact: true }).check()
  await heading('Created').waitFor()
  await ada.page.getByRole('checkbox', { name: 'Priority', exact: true }).uncheck()
  await heading('Priority').waitFor({ state: 'hidden' })
  const kept = ada.page.url()
  await ada.page.getByRole('button', { name: 'Columns of the view' }).click()
  await heading('Priority').waitFor()

  await ada.visits(kept)
  await heading('Created').waitFor()
  expect(await heading('Priority').count()).toBe(0)
})

it('goes from view to view, and back', async () => {
  const ada = await telar.user()
  await openAll(ada)
  const view = (name: string) => ada.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })
  await view('Overdue').click()
  await ada.row('Tarea Alfa').waitFor({ state: 'hidden' })
  expect(await view('Overdue').getAttribute('aria-current')).toBe('page')
  await ada.page.goBack()
  await ada.row('Tarea Alfa').waitFor()
  await ada.page.goForward()
  await ada.isAt(/view=overdue/)
})

it('chooses rows and deletes them together, with a way back', async () => {
  const api = telar.api('nora')
  for (const subject of ['Sobra 1', 'Sobra 2'])
    (await api.post('/records/task', { subject, status: 'notStarted', priority: 'low' })).expect(201)
  const ada = await telar.user()
  await ada.visits('/task?view=all&q=Sobra')
  for (const subject of ['Sobra 1', 'Sobra 2']) await ada.row(subject).getByRole('checkbox').check()
  const chosen = ada.page.getByRole('toolbar', { name: 'Actions on the selection' })
  await chosen.getByText('2 selected').waitFor()
  await chosen.getByRole('button', { name: 'Delete' }).click()
  await ada.page.getByText('Nothing matches').waitFor()
  await ada.toast('Deleted 2 records').getByRole('button', { name: 'Undo' }).click()
  await ada.row('Sobra 1').waitFor()
  expect(await ada.row('Sobra 2').count()).toBe(1)
})

it('adds up over all records that fit', async () => {
  const ada = await telar.user()
  await ada.visits('/opportunity?view=all')
  await ada.row('Renovación de estanterías').waitFor()
  await ada.page
    .getByRole('row')
    .filter({ hasText: /^Total/ })
    .waitFor()
  expect(
    await ada.page
      .getByRole('row')
      .filter({ hasText: /^Total/ })
      .innerText(),
  ).toMatch(/€[\d,]+\.\d\d/)
})
