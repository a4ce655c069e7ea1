import { expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'

const telar = openTestBrowser()

const nobody = { who: 'nobody', isFresh: true } as const

it('tells a wrong password, and leads where one wanted to go after the right one', async () => {
  const visitor = await telar.user(nobody)
  visitor.mayBeRefused(401)
  await visitor.visits('/contact?q=zubiri')
  await visitor.isAt(/\/sign-in/)
  const page = visitor.page.getByRole('main')
  await visitor.fillsIn(page, { Email: 'ada@telar.example', Password: 'wrong-horse-1' })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').getByText('The email or the password is not right.').waitFor()

  await visitor.fillsIn(page, { Password: 'correct-horse-9' })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await visitor.row('Íñigo Zubiri').waitFor()
  expect(new URL(visitor.page.url()).pathname + new URL(visitor.page.url()).search).toBe('/contact?q=zubiri')
})

it('speaks Spanish to a Spanish browser before anybody has signed in', async () => {
  const visitor = await telar.user({ ...nobody, language: 'es' })
  await visitor.visits('/')
  await visitor.page.getByRole('heading', { name: 'Inicia sesión en Telar' }).waitFor()
  await visitor.page.getByRole('button', { name: 'Iniciar sesión' }).click()
  await visitor.page.getByText('Esto no parece una dirección de correo.').waitFor()
  expect(await visitor.page.locator('html').getAttribute('lang')).toBe('es')
})

it('signs out, and the session is over', async () => {
  const visitor = await telar.user(nobody)
  await visitor.visits('/')
  await visitor.fillsIn(visitor.page.getByRole('main'), { Email: 'nor@telar.example', Password: 'correct-horse-9' })
  await visitor.page.getByRole('button', { name: 'Sign in' }).click()
  await visitor.page.getByRole('button', { name: 'Nora Ibáñez' }).click()
  await visitor.page.getByRole('menuitem', { name: 'Sign out' }).click()
  await visitor.isAt(/\/sign-in/)
  await visitor.visits('/account')
  await visitor.isAt(/\/sign-in/)
  expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toBe('Sign in to Telar')
})
