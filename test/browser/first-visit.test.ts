import { afterAll, beforeAll, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../drivers/database.ts'
import { startTelar, type TelarServer } from '../drivers/telar-server.ts'
import { openTestBrowser } from '../drivers/test-browser.ts'

const telar = openTestBrowser()
let database: TestDatabase
let server: TelarServer

beforeAll(async () => {
  database = await cloneDatabase()
  server = await startTelar({ databaseUrl: database.connectionString, template: telar.template })
})

afterAll(async () => {
  await server.stop()
  await database.drop()
})

it('leads whoever opens a new server to the setup, and asks for the code that the start printed', async () => {
  const visitor = await telar.user({ who: 'nobody', address: server.address, isFresh: true })
  visitor.mayBeRefused(403, 422)
  await visitor.visits('/')
  await visitor.isAt(/\/setup$/)
  const page = visitor.page.getByRole('main')
  await visitor.fillsIn(page, {
    'Setup code': 'something-else',
    'Your name': 'Ana',
    Email: 'ana@telar.example',
    Password: 'too short',
  })
  const make = page.getByRole('button', { name: 'Create account and sign in' })
  await make.click()
  await page.getByText('Use at least 10 characters.').waitFor()
  await visitor.fillsIn(page, { Password: 'correct-horse-9' })
  await make.click()
  expect(await page.getByRole('alert').innerText()).not.toBe('')
})

it('makes the administrator from the printed address and lands in the CRM', async () => {
  const visitor = await telar.user({ who: 'nobody', address: server.address, isFresh: true })
  await visitor.visits(server.setupAddress ?? '')
  const page = visitor.page.getByRole('main')
  await visitor.fillsIn(page, { 'Your name': 'Ana Ríos', Email: 'ana@telar.example', Password: 'correct-horse-9' })
  await page.getByRole('button', { name: 'Create account and sign in' }).click()
  await visitor.page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor()
  await visitor.page.getByRole('button', { name: 'Ana Ríos' }).waitFor()
  await visitor.page.getByText('No accounts yet').waitFor()
  expect(new URL(visitor.page.url()).pathname).toBe('/account')
})
