import { describe, expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import { TelarError } from './telar-error.ts'
import { serverThatAnswers } from './test-server.ts'

const baseUrl = 'https://crm.example/'

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })

const clientFor = (...answers: (Response | Error)[]) => {
  const { fetch, asked } = serverThatAnswers(...answers)
  const client = createClient({ baseUrl, fetch, language: () => 'es' })
  return { client, accounts: client.workspace('main').records('account'), asked }
}

const record = { id: 'a1', version: 3, name: 'Ñandú' }

describe('records', () => {
  test('are listed with the parameters in the address', async () => {
    const { accounts, asked } = clientFor(json({ records: [record], next: 'c2', count: { value: 7, exact: true } }))
    const page = await accounts.list({
      filter: { field: 'name', op: 'contains', value: 'ñ' },
      q: 'ace',
      sort: ['-amount', 'name'],
      fields: ['name'],
      limit: 50,
      count: 'exact',
    })
    expect(page).toEqual({ records: [record], next: 'c2', count: { value: 7, exact: true }, attributes: {} })
    expect(asked[0]?.url.pathname).toBe('/api/w/main/records/account')
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({
      filter: '{"field":"name","op":"contains","value":"ñ"}',
      q: 'ace',
      sort: '-amount,name',
      fields: 'name',
      limit: '50',
      count: 'exact',
    })
  })

  test('are listed by a body when the filter is long', async () => {
    const { accounts, asked } = clientFor(json({ records: [], next: null }))
    const filter = { field: 'name', op: 'in', value: Array.from({ length: 200 }, (_, index) => `value ${index}`) }
    expect(await accounts.list({ filter, limit: 10 })).toEqual({ records: [], next: null, count: null, attributes: {} })
    expect(asked[0]).toMatchObject({ method: 'POST', body: { filter, limit: 10 } })
    expect(asked[0]?.url.pathname).toBe('/api/w/main/records/account/query')
  })

  test('are changed with the version that was seen', async () => {
    const { accounts, asked } = clientFor(json({ ...record, version: 4 }))
    expect((await accounts.update('a1', 3, { name: 'Ñu' })).version).toBe(4)
    expect(asked[0]).toMatchObject({ method: 'PATCH', body: { name: 'Ñu' } })
    expect(asked[0]?.headers.get('if-match')).toBe('"3"')
  })

  test('with odd ids stay inside their address', async () => {
    const { accounts, asked } = clientFor(json(record))
    await accounts.get('../../secret?x')
    expect(asked[0]?.url.pathname).toBe('/api/w/main/records/account/..%2F..%2Fsecret%3Fx')
  })

  test('may be deleted, which answers nothing', async () => {
    const { accounts } = clientFor(new Response(null, { status: 204 }))
    await expect(accounts.remove('a1')).resolves.toBe(undefined)
  })
})

describe('every call', () => {
  test('says the language, and writes carry the sign against forged requests', async () => {
    const { accounts, asked } = clientFor(json(record), json(record, 201))
    await accounts.get('a1')
    await accounts.create({ name: 'x' })
    expect(asked.map(({ headers }) => [headers.get('accept-language'), headers.get('x-telar')])).toEqual([
      ['es', null],
      ['es', '1'],
    ])
  })

  test('of a script carries its key', async () => {
    const { fetch, asked } = serverThatAnswers(json(record))
    await createClient({ baseUrl, fetch, apiKey: 'k' }).workspace('main').records('account').get('a1')
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer k')
  })
})

describe('a refusal', () => {
  test('keeps code, status and issues of the problem document', async () => {
    const issue = { pointer: '/name', code: 'maxLength', params: { limit: 5 }, message: 'Como máximo 5.' }
    const { accounts } = clientFor(json({ code: 'INVALID', title: 'x', detail: 'Revisa.', issues: [issue] }, 422))
    const error = await accounts.create({}).catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(TelarError)
    expect(error).toMatchObject({ code: 'INVALID', status: 422, message: 'Revisa.', issues: [issue] })
  })

  test('without a problem document still tells its status', async () => {
    const { accounts } = clientFor(new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }))
    await expect(accounts.get('a1')).rejects.toMatchObject({ code: 'http-502', status: 502, issues: [] })
  })

  test('of the network has status 0', async () => {
    const { accounts } = clientFor(new TypeError('fetch failed'))
    await expect(accounts.get('a1')).rejects.toMatchObject({ code: 'network', status: 0 })
  })
})

describe('odd answers', () => {
  test('become their empty form', async () => {
    const { client, accounts } = clientFor(json({}), json({ entries: 'x' }), json(null), json({ hits: [1] }))
    expect(await accounts.list()).toEqual({ records: [], next: null, count: null, attributes: {} })
    expect(await accounts.history('a1')).toEqual({ entries: [], next: null })
    expect(await client.auth.session()).toBe(null)
    expect(await client.workspace('main').search('x')).toEqual([{ module: '', id: '', label: '' }])
  })
})
