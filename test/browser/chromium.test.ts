import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../drivers/browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

it('shows a page with its letters', async () => {
  const page = await browser.newPage()
  await page.setContent('<h1>Ñandú</h1>')
  expect(await page.getByRole('heading').textContent()).toBe('Ñandú')
})
