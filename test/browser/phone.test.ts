import { expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'

const telar = openTestBrowser()

/** How far the page can be pushed to the side: nothing may stick out of a phone. */
const overhang = (user: User): Promise<number> =>
  user.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

it('finds its way with the drawer, reads cards and opens a record over the whole screen', async () => {
  const ada = await telar.user({ device: 'phone' })
  await ada.visits('/')
  await ada.opens('Opportunities')
  const card = ada.page.getByRole('listitem').filter({ hasText: 'Renovación de estanterías' })
  expect(await card.innerText()).toContain('€48,200.00')
  expect(await overhang(ada)).toBe(0)

  const panel = await ada.opensRecord('Renovación de estanterías')
  expect((await panel.boundingBox())?.width).toBe(390)
  expect(await overhang(ada)).toBe(0)
  await panel.getByRole('tab', { name: 'Quotes' }).click()
  await panel.getByText('No quotes yet').waitFor()
  await panel.getByRole('button', { name: 'Close' }).click()
  await panel.waitFor({ state: 'hidden' })
})

it('creates a record, with a line, in a form as large as the screen', async () => {
  const ada = await telar.user({ device: 'phone' })
  await ada.visits('/quote')
  await ada.page.getByRole('button', { name: 'New', exact: true }).click()
  const form = ada.dialog('New quote')
  await ada.fillsIn(form, { Subject: 'Desde el móvil', Account: 'Bodegas Ñandú', Date: '20/11/2026' })
  await form.getByRole('button', { name: 'All fields' }).click()
  await form.getByRole('button', { name: 'Add line' }).click()
  await ada.fillsIn(form, { 'Description, line 1': 'Visita', 'Unit price, line 1': '100' })
  expect((await form.boundingBox())?.width).toBe(390)
  expect(await form.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await ada.page.getByRole('listitem').filter({ hasText: 'Desde el móvil' }).getByText('€121.00').waitFor()
})

it('gives fingers something to hit', async () => {
  const ada = await telar.user({ device: 'phone' })
  await ada.visits('/account')
  await ada.page.getByRole('listitem').filter({ hasText: 'Aceros del Norte' }).waitFor()
  const small = await ada.page.getByRole('button').evaluateAll((buttons) =>
    buttons
      .map((button) => ({ name: button.textContent, box: button.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height < 40)
      .map(({ name, box }) => `${name} ${String(box.height)}`),
  )
  expect(small).toEqual([])
})
