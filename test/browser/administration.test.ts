import { AxeBuilder } from '@axe-core/playwright'
import type { JsonObject } from '@telar/metadata'
import { beforeAll, expect, it } from 'vitest'
import { accessDriver } from '../drivers/access.ts'
import { englishIn, type FindEnglish } from '../drivers/english-words.ts'
import { patiently } from '../drivers/patiently.ts'
import { openTestBrowser } from '../drivers/test-browser.ts'
import type { User } from '../drivers/user.ts'
import { visibleTexts } from '../drivers/visible-texts.ts'

const telar = openTestBrowser()
let findEnglish: FindEnglish

beforeAll(async () => {
  const model = async (language: string): Promise<JsonObject> =>
    (await telar.api('ada').get('/model', { headers: { 'accept-language': language } })).expect(200).body
  findEnglish = englishIn(await model('en'), await model('es'))
})

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@telar.example`

/** Somebody new in front of the application, who came in by a link. */
const comesIn = async (link: string, name: string): Promise<User> => {
  const visitor = await telar.user({ who: 'nobody', isFresh: true })
  const { origin, searchParams } = new URL(link)
  const answer = await patiently(() =>
    visitor.page.request.post('/api/auth/accept-invitation', {
      data: { token: searchParams.get('token'), name, password: 'correct-horse-9' },
      headers: { 'x-telar': '1', origin },
    }),
  )
  expect(answer.status(), await answer.text()).toBe(201)
  return visitor
}

/** The same, invited by way of the API. */
const welcomed = async (name: string, ...roles: readonly string[]): Promise<User> => {
  const invitation = await telar.api('ada').post('/invitations', { email: emailOf(name), name, roles })
  return comesIn(invitation.expect(201).string('link'), name)
}

const opensPerson = async (user: User, name: string): Promise<void> => {
  await user.visits('/admin/people')
  await user.page.getByRole('searchbox', { name: 'Search people' }).fill(name)
  await user.page.getByRole('main').getByRole('button', { name }).click()
  await user.panel.getByRole('heading', { level: 2, name }).waitFor()
}

const choosesFromMenu = async (user: User, item: string): Promise<void> => {
  await user.panel.getByRole('button', { name: 'More actions' }).click()
  await user.page.getByRole('menuitem', { name: item }).click()
}

/** Roles stand in their list with what they are for. */
const givesRole = async (user: User, title: string): Promise<void> => {
  const field = user.panel
    .getByRole('textbox', { name: 'Roles' })
    .or(user.panel.getByRole('combobox', { name: 'Roles' }))
  await field.fill(title)
  await user.page.getByRole('option', { name: title }).first().click()
}

it('invites somebody, who comes in by the link and sees the lists as soon as there is a role', async () => {
  const ada = await telar.user()
  await ada.visits('/account')
  await ada.page.getByRole('link', { name: 'Administration' }).click()
  await ada.page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await ada.page.getByRole('button', { name: 'Invite', exact: true }).click()
  const form = ada.dialog('Invite a person')
  await form.getByRole('button', { name: 'Invite' }).click()
  expect(await form.getByText('This is needed.').count()).toBe(2)
  await ada.fillsIn(form, { Email: emailOf('Paula Nieto'), Name: 'Paula Nieto' })
  await form.getByText('this person signs in and sees nothing').waitFor()
  await form.getByRole('button', { name: 'Invite' }).click()
  const told = ada.dialog('Link of the invitation')
  const link = await told.getByRole('textbox', { name: 'Link' }).inputValue()
  await told.getByRole('button', { name: 'Done' }).click()
  await ada.page.getByRole('button', { name: /^Invited 1/ }).click()
  await ada.page.getByRole('button', { name: 'Renew' }).waitFor()

  const paula = await comesIn(link, 'Paula Nieto')
  await paula.visits('/')
  await paula.page.getByText('Your account may not see any module.').waitFor()

  await opensPerson(ada, 'Paula Nieto')
  await givesRole(ada, 'Data analyst')
  await ada.toast('Saved').waitFor()
  await paula.visits('/account')
  await paula.row('Aceros del Norte').waitFor()
  expect(await paula.page.getByRole('link', { name: 'Administration' }).count()).toBe(0)
})

it('renews an invitation, and takes it back', async () => {
  const api = telar.api('ada')
  const first = (await api.post('/invitations', { email: 'olga@telar.example', name: 'Olga Rius' })).expect(201)
  const ada = await telar.user()
  await ada.visits('/admin/people?view=invited&q=olga')
  await ada.page.getByRole('button', { name: 'Renew' }).click()
  const told = ada.dialog('Link of the invitation')
  expect(await told.getByRole('textbox', { name: 'Link' }).inputValue()).not.toBe(first.string('link'))
  await told.getByRole('button', { name: 'Done' }).click()
  await ada.page.getByRole('button', { name: 'Take back' }).click()
  await ada
    .dialog(/Olga Rius/)
    .getByRole('button', { name: 'Take back' })
    .click()
  await ada.toast('The invitation of Olga Rius was taken back').waitFor()
  await ada.page.getByText('No open invitations').waitFor()
})

it('tells at the field what the server refuses', async () => {
  const ada = await telar.user()
  ada.mayBeRefused(422)
  await ada.visits('/admin/people')
  await ada.page.getByRole('button', { name: 'Invite', exact: true }).click()
  const form = ada.dialog('Invite a person')
  await ada.fillsIn(form, { Email: 'nor@telar.example', Name: 'Nora' })
  await form.getByRole('button', { name: 'Invite' }).click()
  await expect.poll(() => form.getByRole('textbox', { name: 'Email' }).getAttribute('aria-invalid')).toBe('true')
})

it('offers the administration to nobody who may not use it, and says so at the address', async () => {
  const rosa = await welcomed('Rosa Pons', 'sales-representative')
  await rosa.visits('/admin/people')
  await rosa.page.getByText('None of your roles allows you to open this page.').waitFor()
  expect(await rosa.page.getByRole('link', { name: 'Administration' }).count()).toBe(0)
  await rosa.visits('/admin')
  await rosa.page.getByText('None of your roles allows you to open this page.').waitFor()
})

it('makes teams in a tree, puts people in, moves and deletes them', async () => {
  // Whoever leaves a team is signed out: somebody whom no other test needs.
  await welcomed('Gema Soto')
  const ada = await telar.user()
  await ada.visits('/admin/teams')
  await ada.page.getByRole('button', { name: 'New team' }).first().click()
  await ada.fillsIn(ada.dialog('New team'), { Name: 'Levante' })
  await ada.dialog('New team').getByRole('button', { name: 'Create' }).click()
  await ada.panel.getByRole('heading', { level: 2, name: 'Levante' }).waitFor()
  await choosesFromMenu(ada, 'New team below')
  await ada.fillsIn(ada.dialog('New team below Levante'), { Name: 'Costa' })
  await ada.dialog('New team below Levante').getByRole('button', { name: 'Create' }).click()
  await ada.panel.getByRole('heading', { level: 2, name: 'Costa' }).waitFor()
  await ada.fillsIn(ada.panel, { 'Add a person…': 'Gema Soto' })
  await ada.panel.getByRole('button', { name: 'Take Gema Soto out of the team' }).waitFor()
  await givesRole(ada, 'Sales representative')
  const row = ada.page.getByRole('main').getByRole('button', { name: /^Costa/ })
  await row.getByText('Sales representative').waitFor()
  await row.getByText('1 person').waitFor()

  await ada.fillsIn(ada.panel, { Name: 'Costa Blanca', Below: 'No team above' })
  const top = ada.page.getByRole('list', { name: 'Teams' }).locator('> li > button')
  await expect.poll(() => top.allInnerTexts()).toContainEqual(expect.stringContaining('Costa Blanca'))

  const team = (await telar.api('ada').get('/teams')).each('teams', 'name').indexOf('Costa Blanca')
  const id = (await telar.api('ada').get('/teams')).string('teams', team, 'id')
  const account = { name: 'Cuenta de la costa', type: 'prospect', teamId: id }
  ;(await telar.api('ada').post('/records/account', account)).expect(201)
  ada.mayBeRefused(409)
  await choosesFromMenu(ada, 'Delete team')
  const question = ada.dialog('Delete the team Costa Blanca?')
  await question.getByRole('button', { name: 'Delete team' }).click()
  await question.getByText('The team still has 1 records').waitFor()
  await ada.fillsIn(question, { 'Move records and teams below to': 'Levante' })
  await question.getByRole('button', { name: 'Delete team' }).click()
  await ada.toast('1 record moved to Levante').waitFor()
  expect(await ada.page.getByRole('main').getByText('Costa Blanca').count()).toBe(0)
})

it('says which team is the main one, and takes a change back', async () => {
  const access = accessDriver(telar.api('ada'))
  await welcomed('Tomás Gil')
  await access.putInTeam('Tomás Gil', await access.makeTeam('Almería'), await access.makeTeam('Badajoz'))
  const ada = await telar.user()
  await opensPerson(ada, 'Tomás Gil')
  const teams = ada.panel.getByRole('listitem')
  await teams.filter({ hasText: 'Badajoz' }).getByRole('button', { name: 'Make main team' }).click()
  await teams.filter({ hasText: 'Badajoz' }).getByText('Main', { exact: true }).waitFor()
  await ada.toast('Saved').getByRole('button', { name: 'Undo' }).click()
  const main = teams.filter({ has: ada.page.getByText('Main', { exact: true }) })
  await expect.poll(() => main.allInnerTexts()).toEqual([expect.stringContaining('Almería')])
})

it('deactivates somebody, whose session is over, gives away what was theirs, and lets them in again', async () => {
  const gema = await welcomed('Gema Sanz', 'executive')
  await gema.visits('/account')
  await gema.row('Aceros del Norte').waitFor()
  const id = await accessDriver(telar.api('ada')).idOf('Gema Sanz')
  ;(await telar.api('ada').post('/records/account', { name: 'De Gema', type: 'prospect', ownerId: id })).expect(201)

  const ada = await telar.user()
  await opensPerson(ada, 'Gema Sanz')
  await choosesFromMenu(ada, 'Deactivate')
  await ada.dialog('Deactivate Gema Sanz?').getByRole('button', { name: 'Deactivate' }).click()
  await ada.toast('Gema Sanz was deactivated').waitFor()
  await ada.panel.getByText('This person is inactive and cannot sign in.').waitFor()
  gema.mayBeRefused(401)
  await gema.visits('/account')
  await gema.isAt(/\/sign-in/)

  await ada.panel.getByRole('button', { name: 'Reassign all to…' }).click()
  const question = ada.dialog('Reassign the records of Gema Sanz')
  await ada.fillsIn(question, { To: 'Nora Ibáñez' })
  await question.getByRole('button', { name: 'Reassign' }).click()
  await ada.toast('1 record now belongs to Nora Ibáñez').waitFor()
  await ada.panel.getByText('This person owns no records.').waitFor()
  await choosesFromMenu(ada, 'Activate')
  await ada.toast('Gema Sanz is active again').waitFor()
})

it('looks as somebody else under a bar that nobody overlooks, changes nothing, and stops', async () => {
  await welcomed('Lucía Mora', 'sales-manager')
  const ada = await telar.user({ isFresh: true })
  await opensPerson(ada, 'Lucía Mora')
  await ada.panel.getByRole('button', { name: 'Look as this person' }).click()
  const bar = ada.page.getByRole('region', { name: 'You see Telar as Lucía Mora (read only)' })
  await bar.waitFor()
  await ada.opens('Accounts')
  await ada.page.getByRole('button', { name: 'Lucía Mora' }).waitFor()
  expect(await ada.page.getByRole('link', { name: 'Administration' }).count()).toBe(0)

  ada.mayBeRefused(403)
  await ada.page.getByRole('button', { name: 'New', exact: true }).click()
  const form = ada.dialog('New account')
  await ada.fillsIn(form, { Name: 'Never written' })
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await ada.page.getByText('You are looking at the application as Lucía Mora').first().waitFor()
  await ada.visits('/account')

  await bar.getByRole('button', { name: 'Stop' }).click()
  await ada.page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  expect(await bar.count()).toBe(0)
  const found = await telar.api('ada').get('/records/account', { query: { q: 'Never written' } })
  expect(found.list('records')).toEqual([])

  await ada.visits('/admin/audit')
  await ada.page.getByText('Ada Campos stopped looking as Lucía Mora').first().waitFor()
  await ada.fillsIn(ada.page.getByRole('search'), { Who: 'Lucía Mora' })
  await ada.page.getByText('Lucía Mora accepted the invitation').waitFor()
  expect(await ada.page.getByRole('main').getByRole('listitem').filter({ hasText: 'Ada Campos' }).count()).toBe(0)
})

it('keeps the bar in sight on a phone', async () => {
  await welcomed('Iker Sola', 'executive')
  const id = await accessDriver(telar.api('ada')).idOf('Iker Sola')
  const ada = await telar.user({ device: 'phone', isFresh: true })
  await ada.visits(`/admin/people?id=${id}`)
  await ada.panel.getByRole('button', { name: 'Look as this person' }).click()
  const bar = ada.page.getByRole('region', { name: 'You see Telar as Iker Sola (read only)' })
  await bar.waitFor()
  await ada.visits('/account')
  const panel = await ada.opensRecord('Aceros del Norte')
  const [over, below] = await Promise.all([bar.boundingBox(), panel.boundingBox()])
  expect(over).toMatchObject({ x: 0, y: 0, width: 390 })
  expect(below?.y).toBe(over?.height)
  await bar.getByRole('button', { name: 'Stop' }).click()
  await ada.page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
})

it('works with the keyboard: a person opens with Enter and closes with Escape', async () => {
  const ada = await telar.user()
  await ada.visits('/admin/people?q=nora')
  await ada.page.getByRole('main').getByRole('button', { name: 'Nora Ibáñez' }).focus()
  await ada.page.keyboard.press('Enter')
  await ada.panel.getByRole('heading', { level: 2, name: 'Nora Ibáñez' }).waitFor()
  await ada.page.keyboard.press('Escape')
  await ada.panel.waitFor({ state: 'hidden' })
  expect(new URL(ada.page.url()).search).toBe('?q=nora')
})

/** Every screen of the administration, the way one comes by. */
const screens = async (): Promise<Readonly<Record<string, (user: User) => Promise<void>>>> => {
  const access = accessDriver(telar.api('ada'))
  const [nora, team] = [await access.idOf('Nora Ibáñez'), await access.makeTeam(`Sur ${String(performance.now())}`)]
  const email = `invitada${String(performance.now())}@telar.example`
  ;(await telar.api('ada').post('/invitations', { email, name: 'Rut' })).expect(201)
  return {
    people: async (user) => {
      await user.visits('/admin/people')
      await user.page.getByText('nor@telar.example').waitFor()
    },
    person: async (user) => {
      await user.visits(`/admin/people?id=${nora}`)
      await user.panel.getByRole('heading', { level: 2 }).waitFor()
      await user.panel.getByRole('combobox').or(user.panel.getByRole('textbox')).first().waitFor()
    },
    'actions of a person': async (user) => {
      await user.panel.getByRole('button', { name: user.t.action.more }).click()
      await user.page.getByRole('menuitem').last().waitFor()
    },
    invitations: async (user) => {
      await user.visits('/admin/people?view=invited')
      await user.page.getByRole('button', { name: user.t.people.renew }).first().waitFor()
    },
    'invite dialog': async (user) => {
      await user.visits('/admin/people')
      await user.page.getByRole('button', { name: user.t.people.invite, exact: true }).click()
      await user.dialog().getByRole('button', { name: user.t.people.inviteYes }).click()
      await user.dialog().getByText(user.t.validation.required).first().waitFor()
    },
    teams: async (user) => {
      await user.visits(`/admin/teams?id=${team}`)
      await user.panel.getByRole('heading', { level: 2 }).waitFor()
    },
    'delete a team': async (user) => {
      await user.panel.getByRole('button', { name: user.t.action.more }).click()
      await user.page.getByRole('menuitem', { name: user.t.teams.delete }).click()
      await user.dialog().getByRole('button', { name: user.t.teams.delete }).waitFor()
    },
    audit: async (user) => {
      await user.visits('/admin/audit')
      await user.page.getByRole('main').getByRole('listitem').first().waitFor()
    },
  }
}

const looks = (['desktop', 'phone'] as const).flatMap((device) =>
  (['light', 'dark'] as const).map((theme) => ({ device, theme })),
)

it.each(looks)('has no serious fault on a $device, $theme', async (look) => {
  const ada = await telar.user(look)
  const faults: string[] = []
  for (const [screen, open] of Object.entries(await screens())) {
    await open(ada)
    const { violations } = await new AxeBuilder({ page: ada.page }).setLegacyMode(true).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    faults.push(
      ...grave.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${screen}: ${id} ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
      ),
    )
    const overhang = await ada.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (overhang > 0) faults.push(`${screen} sticks out by ${String(overhang)}`)
  }
  expect(faults).toEqual([])
})

it.each(['desktop', 'phone'] as const)('has no English word in Spanish on a %s', async (device) => {
  const ada = await telar.user({ language: 'es', device })
  const found: string[] = []
  for (const [screen, open] of Object.entries(await screens())) {
    await open(ada)
    found.push(...findEnglish(await visibleTexts(ada.page)).map((text) => `${screen}: ${text}`))
  }
  expect(found.filter((text) => !text.endsWith(': English'))).toEqual([])
})
