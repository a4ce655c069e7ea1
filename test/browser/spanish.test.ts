import type { JsonObject } from '@telar/metadata'
import { beforeAll, expect, it } from 'vitest'
import { englishIn, type FindEnglish } from '../drivers/english-words.ts'
import { openTestBrowser } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'
import { visibleTexts } from '../drivers/visible-texts.ts'

const telar = openTestBrowser()
let findEnglish: FindEnglish
let modules: readonly (readonly [string, string])[] = []

beforeAll(async () => {
  const model = async (language: string): Promise<JsonObject> =>
    (await telar.api('ada').get('/model', { headers: { 'accept-language': language } })).expect(200).body
  const [english, spanish] = await Promise.all([model('en'), model('es')])
  findEnglish = englishIn(english, spanish)
  modules = Object.entries(spanish['modules'] ?? {}).flatMap(([name, module]) =>
    // What foreign schemas say is in no language that we know.
    name === 'vessel' ? [] : [[name, String(module.plural)] as const],
  )
})

/** What was read so far, screen by screen. */
const reading = (user: User) => {
  const found: string[] = []
  return {
    found,
    read: async (screen: string) => {
      const texts = await visibleTexts(user.page)
      expect(texts.length, screen).toBeGreaterThan(3)
      found.push(...findEnglish(texts).map((text) => `${screen}: ${text}`))
    },
  }
}

it('knows an English word when it sees one', () => {
  const texts = ['Accounts', 'New account', 'Press Enter to sort', 'Cuentas', 'Bodegas Ñandú']
  expect(findEnglish(texts)).toEqual(['Accounts', 'New account', 'Press Enter to sort'])
})

it('has no English word in any list or form', { timeout: 240_000 }, async () => {
  const ada = await telar.user({ language: 'es' })
  const { found, read } = reading(ada)
  await ada.visits('/')
  for (const [, plural] of modules) {
    await ada.opens(plural)
    await ada.page.getByRole('columnheader').nth(1).waitFor()
    await read(plural)
    await ada.page.getByRole('button', { name: 'Nuevo', exact: true }).click()
    const form = ada.dialog()
    const whole = form.getByRole('button', { name: 'Todos los campos' })
    await form.getByRole('button', { name: 'Crear', exact: true }).click()
    if (await whole.isVisible()) await whole.click()
    for (const tab of await form.getByRole('tab').all()) {
      await tab.click()
      await read(`${plural}, ${await tab.innerText()}`)
    }
    await form.getByRole('button', { name: 'Cerrar', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
  }
  expect(found).toEqual([])
})

it('has no English word in the tools of a list', async () => {
  const ada = await telar.user({ language: 'es' })
  const { found, read } = reading(ada)
  await ada.visits('/opportunity')
  await ada.row('Renovación de estanterías').waitFor()
  await ada.page.getByRole('button', { name: 'Columnas' }).click()
  await read('columns')
  await ada.page.keyboard.press('Escape')
  await ada.page.getByRole('button', { name: 'Filtro', exact: true }).click()
  const builder = ada.page.getByRole('region', { name: 'Filtro' })
  for (const field of ['Etapa', 'Importe', 'Fecha prevista de cierre', 'Nombre', 'Cuenta', 'Responsable']) {
    await ada.fillsIn(builder, { Campo: field })
    await builder.getByRole('combobox', { name: 'Operador' }).click()
    await read(`operators of ${field}`)
    await ada.page.keyboard.press('Escape')
  }
  await builder.getByRole('button', { name: 'Registros relacionados' }).click()
  await read('related condition')
  await ada.page.getByRole('searchbox').fill('nada de nada')
  await ada.page.getByText('No hay coincidencias').waitFor()
  await read('nothing')
  expect(found).toEqual([])
})

it('has no English word in records, their lists, their history and what lies over them', async () => {
  const ada = await telar.user({ language: 'es' })
  const { found, read } = reading(ada)
  const record = async (module: string) =>
    (await telar.api('ada').get(`/records/${module}`, { query: { limit: 1, sort: 'createdAt' } })).string(
      'records',
      0,
      'id',
    )
  for (const module of ['account', 'opportunity', 'contact', 'product']) {
    await ada.visits(`/${module}/${await record(module)}`)
    await ada.page.getByRole('tab').first().waitFor()
    for (const tab of await ada.page.getByRole('tab').all()) {
      await tab.click()
      await ada.page.getByRole('tabpanel').getByText(/\S/).first().waitFor()
      await read(`${module}, ${await tab.innerText()}`)
    }
  }
  await ada.page.getByRole('button', { name: 'Más acciones' }).click()
  await read('actions')
  await ada.page.keyboard.press('Escape')
  await ada.visits(`/opportunity?id=${await record('opportunity')}`)
  await ada.panel.getByRole('button', { name: 'Editar: Fecha prevista de cierre' }).click()
  await read('calendar')
  expect(found).toEqual([])
})

it('has no English word in the palette, the menus and the help, on any screen', async () => {
  const ada = await telar.user({ language: 'es' })
  const { found, read } = reading(ada)
  await ada.visits('/account')
  await ada.row('Aceros del Norte').waitFor()
  await ada.asksFor('')
  await read('palette')
  await ada.asksFor('zzzz')
  await ada.page.getByText('No hay nada para').waitFor()
  await read('empty palette')
  await ada.page.keyboard.press('Escape')
  await ada.page.getByRole('button', { name: 'Ada Campos' }).click()
  await read('user menu')
  await ada.page.getByRole('menuitem', { name: 'Atajos de teclado' }).click()
  await ada.dialog('Atajos de teclado').waitFor()
  await read('keys')
  const phone = await telar.user({ language: 'es', device: 'phone' })
  const onPhone = reading(phone)
  await phone.visits('/account')
  await phone.page.getByText('Aceros del Norte').waitFor()
  await onPhone.read('cards')
  await phone.page.getByRole('button', { name: 'Abrir el menú' }).click()
  await onPhone.read('drawer')
  const nobody = await telar.user({ language: 'es', who: 'nobody' })
  const outside = reading(nobody)
  for (const address of ['/sign-in', '/setup']) {
    await nobody.visits(address)
    await nobody.page.getByRole('main').getByRole('button').last().waitFor()
    await nobody.page.locator('button[type=submit]').click()
    await outside.read(address)
  }
  expect([...found, ...onPhone.found, ...outside.found].filter((text) => !text.endsWith(': English'))).toEqual([])
})
