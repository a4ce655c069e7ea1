import { expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'

const telar = openTestBrowser()

it('switches to Spanish and to dark, and both stay', async () => {
  const ada = await telar.user({ isFresh: true })
  const { page } = ada
  const body = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await ada.visits('/account')
  await ada.row('Aceros del Norte').waitFor()
  const light = await body()
  await page.getByRole('button', { name: 'Ada Campos' }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await expect.poll(body).not.toBe(light)
  await page.getByRole('menuitem', { name: 'Español' }).click()
  await page.getByRole('heading', { level: 1, name: 'Cuentas' }).waitFor()
  await page.getByRole('columnheader', { name: 'Sector' }).waitFor()
  expect(await (await ada.cell('Aceros del Norte', 'Sector')).innerText()).toBe('Metal')

  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Cuentas' }).waitFor()
  expect(await body()).not.toBe(light)
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
})

it('follows the system until somebody chooses', async () => {
  const ada = await telar.user({ theme: 'dark', isFresh: true })
  const scheme = () => ada.page.locator('html').getAttribute('data-mantine-color-scheme')
  await ada.visits('/account')
  await ada.row('Aceros del Norte').waitFor()
  expect(await scheme()).toBe('dark')
  await ada.page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(scheme).toBe('light')
})

it('writes numbers, money and dates as the reader does', async () => {
  const ada = await telar.user({ language: 'es' })
  await ada.visits('/opportunity')
  await ada.row('Renovación de estanterías').waitFor()
  expect(await (await ada.cell('Renovación de estanterías', 'Importe')).innerText()).toMatch(/^48\.200,00\s€$/)
  expect(await (await ada.cell('Renovación de estanterías', 'Fecha prevista de cierre')).innerText()).toBe(
    '31 mar 2027',
  )
})

it('says so where there is nothing, and leads back', async () => {
  const ada = await telar.user()
  ada.mayBeRefused(404)
  await ada.visits('/no-such-module')
  await ada.page.getByText('Not found', { exact: true }).waitFor()
  await ada.visits('/account/01a2009a-e430-7779-a506-f354390b6ac3')
  await ada.page.getByText('Not found', { exact: true }).waitFor()
  await ada.opens('Contacts')
  expect(await ada.page.getByRole('heading', { level: 1 }).innerText()).toBe('Contacts')
})
