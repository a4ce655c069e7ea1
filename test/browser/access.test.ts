import { AxeBuilder } from '@axe-core/playwright'
import type { JsonObject } from '@telar/metadata'
import { beforeAll, expect, it } from 'vitest'
import { accessDriver } from '../drivers/access.ts'
import { englishIn, type FindEnglish } from '../drivers/english-words.ts'
import { patiently } from '../drivers/patiently.ts'
import { openTestBrowser, type Seat } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'
import { visibleTexts } from '../drivers/visible-texts.ts'

const telar = openTestBrowser()
const password = 'siete-vacas-azules'
const people = {
  manager: { name: 'Lucía Ferrer Oms', email: 'lucia.ferrer@telar.example', role: 'sales-manager' },
  seller: { name: 'Marta Vidal Puig', email: 'marta.vidal@telar.example', role: 'sales-representative' },
  colleague: { name: 'Javier Iturbe Zabala', email: 'javier.iturbe@telar.example', role: 'sales-representative' },
  stranger: { name: 'Rocío Peña Morales', email: 'rocio.pena@telar.example', role: 'sales-representative' },
  service: { name: 'Iván Robles Tena', email: 'ivan.robles@telar.example', role: 'customer-service' },
} as const

type Who = keyof typeof people

let findEnglish: FindEnglish
let account = ''
const deals: Record<string, string> = {}

beforeAll(async () => {
  const api = telar.api('ada')
  const access = accessDriver(api)
  for (const { name, email, role } of Object.values(people)) {
    const link = (await api.post('/invitations', { name, email, roles: [role] })).expect(201).string('link')
    const token = new URL(link).searchParams.get('token')
    ;(await patiently(() => api.post('/api/auth/accept-invitation', { token, name, password }))).expect(201)
  }
  const sales = await access.makeTeam('Mesa de ventas')
  const north = await access.makeTeam('Mesa Norte', sales)
  const south = await access.makeTeam('Mesa Sur', sales)
  const teamOf: Partial<Record<Who, string>> = { manager: sales, seller: north, colleague: north, stranger: south }
  for (const [who, team] of Object.entries(teamOf)) await access.putInTeam(people[who as Who].name, team) // oxlint-disable-line no-unsafe-type-assertion -- keys of the record above
  account = (await api.get('/records/account', { query: { limit: 1, q: 'Aceros del Norte' } })).string(
    'records',
    0,
    'id',
  )
  for (const [who, name] of [
    ['seller', 'Pedido de Marta'],
    ['colleague', 'Pedido de Javier'],
    ['stranger', 'Pedido de Rocío'],
  ] as const) {
    const ownerId = await access.idOf(people[who].name)
    const record = { name, account, ownerId, teamId: teamOf[who] ?? null, stage: 'proposal', ...amount }
    deals[who] = (await api.post('/records/opportunity', record)).expect(201).string('id')
  }
  const model = async (language: string): Promise<JsonObject> =>
    (await api.get('/model', { headers: { 'accept-language': language } })).expect(200).body
  findEnglish = englishIn(await model('en'), await model('es'))
})

const amount = { amount: { amount: '7300.00', currency: 'EUR' }, closeDate: '2027-02-28' }

/** Somebody at their own screen, signed in. */
const comes = async (who: Who, seat: Seat = {}): Promise<User> => {
  const user = await telar.user({ ...seat, who: 'nobody', isFresh: true })
  await user.visits('/sign-in')
  const origin = new URL(user.page.url()).origin
  const answer = await user.page.request.post('/api/auth/sign-in/email', {
    data: { email: people[who].email, password },
    headers: { 'x-telar': '1', origin },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return user
}

const dealsOf = async (user: User): Promise<readonly string[]> => {
  await user.visits('/opportunity?q=Pedido')
  await user.row('Pedido de Marta').waitFor()
  const seen: string[] = []
  for (const name of ['Pedido de Marta', 'Pedido de Javier', 'Pedido de Rocío'])
    if ((await user.row(name).count()) > 0) seen.push(name)
  return seen
}

const whyOf = async (user: User): Promise<string> => {
  await user.page.getByRole('button', { name: user.t.access.why }).first().click()
  const panel = user.dialog(user.t.access.whyTitle)
  await panel.getByText(user.t.access.roles).waitFor()
  return panel.innerText()
}

const fromMenu = async (user: User, item: string): Promise<void> => {
  await user.panel.getByRole('button', { name: user.t.action.more }).click()
  await user.page.getByRole('menuitem', { name: item }).click()
}

const seriousFaults = async ({ page }: User): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 200)}`))
}

it('shows the manager the deals of all teams, a seller those of their team, and service no amounts', async () => {
  const manager = await comes('manager')
  expect(await dealsOf(manager)).toEqual(['Pedido de Marta', 'Pedido de Javier', 'Pedido de Rocío'])
  expect(await (await manager.cell('Pedido de Rocío', 'Amount')).innerText()).toContain('7,300.00')

  expect(await dealsOf(await comes('seller'))).toEqual(['Pedido de Marta', 'Pedido de Javier'])

  const service = await comes('service')
  expect(await dealsOf(service)).toEqual(['Pedido de Marta', 'Pedido de Javier', 'Pedido de Rocío'])
  expect(await service.page.getByRole('columnheader', { name: 'Amount' }).count()).toBe(0)
  expect(await service.page.getByRole('button', { name: service.t.list.new, exact: true }).count()).toBe(0)
  await service.opensRecord('Pedido de Marta')
  await service.panel.getByText('Stage').first().waitFor()
  expect(await service.panel.getByText('Amount', { exact: true }).count()).toBe(0)
})

const reasons = [
  {
    who: 'seller',
    deal: 'colleague',
    en: /You may not change “Pedido de Javier”[^]*Sales representative[^]*one’s own records only/,
    es: /No puedes modificar «Pedido de Javier»[^]*Comercial[^]*solo lo permite en los registros propios/,
  },
  {
    who: 'service',
    deal: 'seller',
    en: /You may not change “Pedido de Marta”[^]*“Customer service” does not allow to change/,
    es: /No puedes modificar «Pedido de Marta»[^]*«Atención al cliente» no permite modificar/,
  },
] as const

it.each(reasons)('tells $who the true reason in both languages', async ({ who, deal, en, es }) => {
  const english: string[] = []
  for (const language of ['en', 'es'] as const) {
    const user = await comes(who, { language })
    await user.visits(`/opportunity?id=${deals[deal] ?? ''}`)
    await user.panel.getByText(user.t.access.readOnly).waitFor()
    expect(await user.panel.getByRole('button', { name: user.t.action.edit, exact: true }).count()).toBe(0)
    expect(await whyOf(user)).toMatch(language === 'en' ? en : es)
    expect(await seriousFaults(user)).toEqual([])
    if (language === 'es') english.push(...findEnglish(await visibleTexts(user.page)))
  }
  expect(english).toEqual([])
})

it('lets the owner write, and says where a record may not be seen and a link leads nowhere', async () => {
  const seller = await comes('seller')
  await seller.visits(`/opportunity?id=${deals['seller'] ?? ''}`)
  await seller.panel.getByRole('button', { name: 'Edit', exact: true }).waitFor()
  const account = seller.value(seller.panel, 'Account')
  await account.getByText('(no access)').waitFor()
  expect(await account.getByRole('link').count()).toBe(0)

  seller.mayBeRefused(404)
  await seller.visits(`/opportunity/${deals['stranger'] ?? ''}`)
  await seller.page.getByText('Not found', { exact: true }).waitFor()
  expect(await whyOf(seller)).toContain('lies outside what your roles let you see')
})

it('says who can see a record, and explains to an administrator what anybody may do', async () => {
  const ada = await telar.user({ isFresh: true })
  await ada.visits(`/opportunity?id=${deals['stranger'] ?? ''}`)
  await fromMenu(ada, 'Who can see this')
  const who = ada.dialog('Who can do what here')
  await who.getByRole('button', { name: people.manager.name }).click()
  await who.getByText('allows to see the records of Opportunities').first().waitFor()
  expect(await who.getByRole('button', { name: people.seller.name }).count()).toBe(0)
  await ada.page.keyboard.press('Escape')

  await fromMenu(ada, 'Explain access…')
  const panel = ada.dialog('Access, explained')
  await ada.fillsIn(panel, { Person: people.seller.name, Action: 'See' })
  await panel.getByText(`${people.seller.name} may not see “Pedido de Rocío”.`).waitFor()
  await panel.getByText('and this one is of neither').waitFor()
  expect(await seriousFaults(ada)).toEqual([])
})

it('shares a record, and takes it back', async () => {
  const ada = await telar.user({ isFresh: true })
  await ada.visits(`/opportunity?id=${deals['stranger'] ?? ''}`)
  await fromMenu(ada, 'Share…')
  const dialog = ada.dialog('Share “Pedido de Rocío”')
  await ada.fillsIn(dialog, { 'Person or team': people.seller.name })
  expect(await seriousFaults(ada)).toEqual([])
  await dialog.getByRole('button', { name: 'Share', exact: true }).click()
  await dialog.getByRole('button', { name: `Stop sharing with ${people.seller.name}` }).waitFor()

  const seller = await comes('seller')
  expect(await dealsOf(seller)).toEqual(['Pedido de Marta', 'Pedido de Javier', 'Pedido de Rocío'])

  await dialog.getByRole('button', { name: `Stop sharing with ${people.seller.name}` }).click()
  await dialog.getByText('Not shared with anybody yet.').waitFor()
  expect(await dealsOf(seller)).toEqual(['Pedido de Marta', 'Pedido de Javier'])
})

it('gives several records to somebody else at once', async () => {
  const api = telar.api('ada')
  const names = ['Entrega primera', 'Entrega segunda']
  const ids: string[] = []
  for (const name of names)
    ids.push(
      (await api.post('/records/opportunity', { name, account, stage: 'proposal', ...amount }))
        .expect(201)
        .string('id'),
    )
  const ada = await telar.user({ isFresh: true })
  await ada.visits('/opportunity?q=Entrega')
  for (const name of names) await ada.row(name).getByRole('checkbox').check()
  await ada.page.getByRole('button', { name: 'Assign…' }).click()
  await ada.fillsIn(ada.dialog('Assign 2 records'), { Owner: people.colleague.name, Team: 'Mesa Norte' })
  await ada.dialog('Assign 2 records').getByRole('button', { name: 'Assign', exact: true }).click()
  await ada.toast('Assigned 2 records').waitFor()
  for (const id of ids) {
    const { body } = (await api.get(`/records/opportunity/${id}`)).expect(200)
    expect(body['ownerId']).toBe(await accessDriver(api).idOf(people.colleague.name))
  }
})

it('makes a role, changes it, and the other browser sees it', async () => {
  const access = accessDriver(telar.api('ada'))
  const ada = await telar.user({ isFresh: true })
  await ada.visits('/admin/roles')
  await ada.page.getByRole('button', { name: 'New role' }).click()
  await ada.fillsIn(ada.dialog('New role'), { Title: 'Becaria de ventas' })
  await ada.dialog('New role').getByRole('button', { name: 'Create', exact: true }).click()
  await ada.page.getByRole('heading', { level: 1, name: 'Becaria de ventas' }).waitFor()
  await choosesScope(ada, 'Opportunities, See: None', 'All')
  expect(await seriousFaults(ada)).toEqual([])
  await publishes(ada, 'Becaria de ventas')

  await access.giveRole(people.service.name, 'becaria-de-ventas')
  const other = await comes('service')
  expect(await dealsOf(other)).toEqual(['Pedido de Marta', 'Pedido de Javier', 'Pedido de Rocío'])
  await choosesScope(ada, 'Opportunities, See: All', 'Own')
  await ada.page.getByText('Unsaved changes').waitFor()
  // What is not published yet survives the page, and nobody sees it.
  await ada.page.reload()
  await ada.page.getByRole('button', { name: 'Opportunities, See: Own' }).waitFor()
  await publishes(ada, 'Becaria de ventas')
  await other.row('Pedido de Marta').waitFor({ state: 'hidden' })
  await access.giveRole(people.service.name, people.service.role)
})

/** The cell of the matrix, by the keyboard. */
const choosesScope = async ({ page }: User, cell: string, scope: string): Promise<void> => {
  await page.getByRole('button', { name: cell }).press('Enter')
  await page.getByRole('menu').getByText(scope, { exact: true }).click()
}

const publishes = async (user: User, title: string): Promise<void> => {
  await user.page.getByRole('button', { name: user.t.roles.review }).click()
  const dialog = user.dialog(user.t.roles.planTitle.replace('{{title}}', title))
  const publish = dialog.getByRole('button', { name: user.t.roles.publish, exact: true })
  await dialog.getByText(user.t.roles.effects).waitFor()
  await publish.click()
  await user.toast(user.t.roles.published.replace('{{title}}', title)).waitFor()
}

it('refuses to publish a role that cannot work, and says where', async () => {
  const ada = await telar.user({ isFresh: true })
  await ada.visits('/admin/roles/sales-representative')
  await ada.page.getByRole('button', { name: 'Fields and conditions of Opportunities' }).click()
  const drawer = ada.dialog('Opportunities')
  await drawer
    .getByRole('radiogroup', { name: 'Right on Name', exact: true })
    .getByRole('radio', { name: 'Hidden' })
    .check()
  expect(await seriousFaults(ada)).toEqual([])
  await drawer.getByRole('button', { name: 'Close' }).click()
  await ada.page.getByRole('button', { name: 'Review and publish' }).click()
  const dialog = ada.dialog('Publish the role “Sales representative”')
  await dialog.getByText('This has to be put right first').waitFor()
  expect(await dialog.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await ada.page.getByRole('button', { name: /Opportunities\. This role may create records/ }).waitFor()
  await ada.page.getByRole('button', { name: 'Discard changes' }).click()
  await ada.page.getByText('Unsaved changes').waitFor({ state: 'hidden' })
})

it('has no English word in the roles, and moves by the keyboard', async () => {
  const ada = await telar.user({ language: 'es', isFresh: true })
  const { page } = ada
  await ada.visits('/admin/roles')
  await page.getByRole('button', { name: /Director comercial/ }).waitFor()
  expect(findEnglish(await visibleTexts(page))).toEqual([])
  await ada.visits('/admin/roles/customer-service')
  await page.getByRole('button', { name: 'Todos los demás módulos, Ver: Ninguno' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await ada.dialog('Cuentas').getByRole('heading', { name: 'Condiciones' }).waitFor()
  expect(findEnglish(await visibleTexts(page))).toEqual([])
  await page.keyboard.press('Escape')
  await ada.visits(`/opportunity?id=${deals['seller'] ?? ''}`)
  for (const item of ['Quién puede verlo', 'Explicar los permisos…', 'Compartir…', 'Asignar…']) {
    await fromMenu(ada, item)
    await ada.dialog().getByRole('combobox').first().waitFor()
    expect(findEnglish(await visibleTexts(page)), item).toEqual([])
    await page.keyboard.press('Escape')
    await ada.dialog().waitFor({ state: 'hidden' })
  }
})
