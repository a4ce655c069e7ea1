import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../../packages/runtime/src/database/pool.ts'
import { ident, sql } from '../../packages/runtime/src/database/sql.ts'
import { type Api, createApi } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { members, recordsOf, teamOf } from './sales-seed.ts'
import { text } from './template-documents.ts'

let app: TestApp
let javier: Api
let lucia: Api
let ivan: Api
let hugo: Api
let pilar: Api

beforeAll(async () => {
  app = await startTestApp({ definition: 'templates/sales', withSampleData: true })
  javier = await signInAs('javier')
  lucia = await signInAs('lucia')
  ivan = await signInAs('ivan')
  hugo = await signInAs('hugo')
  pilar = await signInAs('pilar')
}, 180_000)

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const password = 'a-long-sentence-of-the-sample-people'

/** A sign-in for somebody of the sample company, who has roles and teams already. */
const signInAs = async (ref: string): Promise<Api> => {
  const person = members.find((member) => member['ref'] === ref)
  const [name, email] = [text(person?.['name']), text(person?.['email'])]
  const { services, workspace } = app.runtime
  const user = await services.auth.users.create({ name, email, password }, 'user')
  await rows(
    services.pool,
    sql`update ${ident(workspace.schema, 'member')} set user_id = ${user}::uuid where email = ${email}`,
  )
  const send = (address: string, init: RequestInit) => app.runtime.app.request(`http://127.0.0.1:4400${address}`, init)
  return createApi(send).signIn(email, password)
}

const countOf = async (api: Api, module: string, filter?: object): Promise<unknown> =>
  (
    await api.get(`/records/${module}`, {
      query: { count: 'exact', limit: '1', ...(filter === undefined ? {} : { filter: { ...filter } }) },
    })
  )
    .expect(200)
    .at('count', 'value')

/** How many records of the sample data people own as they stand today. */
const owned = (module: string, isMeant: (owner: string) => boolean): number =>
  recordsOf(module).filter(({ owner }) => isMeant(owner)).length

const fieldsOf = async (api: Api, module: string): Promise<readonly string[]> =>
  Object.keys(Object((await api.get('/model')).expect(200).at('modules', module, 'fields')))

const anyOf = async (api: Api, module: string, filter?: object): Promise<string> =>
  (
    await api.get(`/records/${module}`, {
      query: { limit: '1', ...(filter === undefined ? {} : { filter: { ...filter } }) },
    })
  )
    .expect(200)
    .string('records', 0, 'id')

describe('the sample data', () => {
  it.each(['account', 'lead', 'opportunity', 'task', 'case'])(
    'has every %s in the team of its owner',
    async (module) => {
      const { services, workspace } = app.runtime
      const table = services.snapshots.current(workspace.slug)?.model.modules.get(module)?.table ?? ''
      const apart = await rows(
        services.pool,
        sql`select r.label from ${ident(workspace.schema, table)} r
          left join ${ident(workspace.schema, 'team_member')} t on t.member = r.owner_id
          where r.team_id is distinct from t.team`,
      )
      expect(apart).toEqual([])
    },
  )
})

describe('a sales representative', () => {
  it('sees the deals of the team, and no other', async () => {
    const north = owned('opportunity', (owner) => teamOf(owner) === 'north')
    expect(await countOf(javier, 'opportunity')).toBe(north)
    expect(north).toBeLessThan(recordsOf('opportunity').length)
    expect(await countOf(javier, 'quote')).toBe(owned('quote', (owner) => teamOf(owner) === 'north'))
  })

  it('changes only the own deals', async () => {
    const own = await anyOf(javier, 'opportunity', { field: 'ownerId', op: 'equals', value: { user: 'id' } })
    const team = await anyOf(javier, 'opportunity', { not: { field: 'ownerId', op: 'equals', value: { user: 'id' } } })
    expect((await javier.patch(`/records/opportunity/${own}`, { nextStep: 'Llamar' })).status).toBe(200)
    const refused = await javier.patch(`/records/opportunity/${team}`, { nextStep: 'Llamar' })
    expect([refused.status, refused.issues]).toEqual([403, [' RECORD_OUTSIDE_SCOPE']])
  })

  it('does not find the deal of another team, by its id either', async () => {
    const id = await southern()
    expect((await javier.get(`/records/opportunity/${id}`)).status).toBe(404)
    expect((await javier.patch(`/records/opportunity/${id}`, { nextStep: 'Llamar' })).status).toBe(404)
  })

  it('sees invoices of the team’s accounts, and no cost', async () => {
    const accounts = new Map(recordsOf('account').map(({ ref, owner }) => [ref, owner]))
    const theirs = recordsOf('invoice').filter(
      ({ data }) => teamOf(accounts.get(text(Object(data['account'])['ref'])) ?? '') === 'north',
    )
    expect(await countOf(javier, 'invoice')).toBe(theirs.length)
    expect(await fieldsOf(javier, 'product')).not.toContain('cost')
    const asked = await javier.get('/records/product', { query: { sort: '-cost' } })
    expect(asked.status).toBe(422)
  })
})

const southern = async (): Promise<string> => {
  const seen = new Set((await javier.get('/records/opportunity', { query: { limit: '200' } })).each('records', 'id'))
  const all = (await app.api.get('/records/opportunity', { query: { limit: '200' } })).each('records', 'id')
  return text(all.find((id) => !seen.has(id)))
}

describe('the sales manager', () => {
  it('sees and changes the whole tree of sales teams', async () => {
    expect(await countOf(lucia, 'opportunity')).toBe(recordsOf('opportunity').length)
    const id = await southern()
    expect((await lucia.patch(`/records/opportunity/${id}`, { nextStep: 'Revisar' })).status).toBe(200)
  })

  it('does not see what marketing plans', async () => {
    expect(await countOf(lucia, 'task')).toBe(owned('task', (owner) => owner !== 'sofia'))
  })
})

describe('customer service', () => {
  it('knows of no amount', async () => {
    expect(await fieldsOf(ivan, 'opportunity')).not.toContain('amount')
    expect(await fieldsOf(ivan, 'account')).not.toContain('creditLimit')
    const model = (await ivan.get('/model')).expect(200)
    expect(Object.keys(Object(model.at('modules')))).not.toEqual(expect.arrayContaining(['invoice']))
    expect(model.text).not.toMatch(/"amount"|"creditLimit"|"yearlyValue"|"annualRevenue"/)
  })

  it.each([
    ['filtered', { filter: { field: 'amount', op: 'greaterThan', value: '1' } }],
    ['sorted', { sort: '-amount' }],
    ['shown', { fields: 'name,amount' }],
  ])('is refused an amount when deals are %s by it', async (_how, query) => {
    expect((await ivan.get('/records/opportunity', { query })).status).toBe(422)
  })

  it('is given records without it', async () => {
    const record = (await ivan.get(`/records/opportunity/${await anyOf(ivan, 'opportunity')}`)).expect(200)
    expect(Object.keys(record.body)).not.toContain('amount')
    expect(Object.keys(record.body)).toContain('stage')
  })

  it('works on all cases, and sees no invoice', async () => {
    expect(await countOf(ivan, 'case')).toBe(recordsOf('case').length)
    const id = await anyOf(ivan, 'case')
    expect((await ivan.patch(`/records/case/${id}`, { serialNumber: 'VD-1' })).status).toBe(200)
    expect((await ivan.get('/records/invoice')).status).toBe(403)
  })

  it('sees customers, and key accounts that are none yet', async () => {
    const seen = (await ivan.get('/records/account', { query: { limit: '200', fields: 'type,class' } })).expect(200)
    expect(seen.each('records', 'type')).not.toContain('supplier')
    const prospects = await ivan.get('/records/account', {
      query: { limit: '200', filter: { field: 'type', op: 'equals', value: 'prospect' }, fields: 'class' },
    })
    expect(new Set(prospects.each('records', 'class'))).toEqual(new Set(['a']))
  })
})

describe.each([
  ['the analyst', () => hugo],
  ['the executive', () => pilar],
] as const)('%s', (_who, person) => {
  it.each(['account', 'opportunity', 'invoice', 'case', 'campaign', 'task'])('sees every %s', async (module) => {
    expect(await countOf(person(), module)).toBe(recordsOf(module).length)
  })

  it.each(['account', 'opportunity', 'invoice'])('changes no %s', async (module) => {
    const api = person()
    const id = await anyOf(api, module)
    const before = (await app.api.get(`/records/${module}/${id}`)).at('version')
    expect((await api.patch(`/records/${module}/${id}`, { description: 'No' })).status).toBe(403)
    expect((await api.delete(`/records/${module}/${id}`, { version: '*' })).status).toBe(403)
    expect((await api.post(`/records/${module}`, { name: 'No' })).status).toBe(403)
    expect((await app.api.get(`/records/${module}/${id}`)).at('version')).toBe(before)
  })
})

describe('an administrator', () => {
  const idOf = async (ref: string): Promise<string> => {
    const email = members.find((member) => member['ref'] === ref)?.['email']
    const users = (await app.api.get('/users')).expect(200)
    return users.string('users', users.each('users', 'email').indexOf(email ?? null), 'id')
  }

  it('looks at the application as somebody of the sample company, and changes nothing', async () => {
    const { email, password: own } = { email: 'ada@telar.example', password: 'correct-horse-9' }
    const signedIn = await app.anonymous.post('/api/auth/sign-in/email', { email, password: own })
    const session = cookieOf(signedIn.headers, 'session_token')
    const begun = await app.anonymous.post(
      '/impersonation',
      { user: await idOf('rocio') },
      { headers: { cookie: session } },
    )
    const cookie = `${session}; ${cookieOf(begun.expect(200).headers, 'impersonation')}`
    const seen = await app.anonymous.get('/records/quote', { query: { count: 'exact' }, headers: { cookie } })
    expect(seen.at('count', 'value')).toBe(owned('quote', (owner) => teamOf(owner) === 'south'))
    const refused = await app.anonymous.post('/records/task', { subject: 'No' }, { headers: { cookie } })
    expect(refused.status).toBe(403)
  })

  it('makes somebody of the sample company real by inviting with the address', async () => {
    const begona = await idOf('begona')
    const invited = await app.api.post('/invitations', {
      email: 'begona.munoz@valdora.example',
      name: 'Begoña Muñoz Alcaraz',
      language: 'es',
    })
    expect(invited.expect(200, 201).string('user', 'id')).toBe(begona)
  })

  it('is told why somebody of the sample company sees a deal, and why another does not', async () => {
    const id = await southern()
    const asked = async (ref: string) =>
      (
        await app.api.get('/access/explain', {
          query: { user: await idOf(ref), module: 'opportunity', action: 'read', record: id },
        })
      ).expect(200)
    const [rocio, north] = [await asked('rocio'), await asked('marta')]
    expect([rocio.at('allowed'), rocio.at('because', 0, 'role')]).toEqual([true, 'sales-representative'])
    expect(rocio.at('because', 0, 'through')).toEqual(['Ventas Sur'])
    expect([north.at('allowed'), north.at('because', 0, 'scope')]).toEqual([false, 'team'])
  })
})

const cookieOf = (headers: Headers, name: string): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.includes(name))
    ?.split(';')[0] ?? ''
