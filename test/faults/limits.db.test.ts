import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeHttp, listenHttp } from '../../packages/runtime/src/http/listen.ts'
import type { Answer } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

/** Milliseconds that one request may hold everybody else up; far more than it does on a machine that is not busy. */
const patience = 2000

let app: TestApp

const ship = {
  type: 'object',
  'x-module': {},
  'x-unique': [['code']],
  properties: {
    name: { type: 'string' },
    code: { type: 'string' },
    letters: { type: 'string', pattern: '^(a+)+$' },
    tags: { type: 'array', items: { type: 'string' } },
  },
}

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/ship.json': ship,
      'modules/loose.json': { type: 'object', properties: { name: { type: 'string' } } },
    },
  })
})

afterAll(() => app.stop())

/** Runs a request and measures the longest time in which nothing else could run. */
const held = async (work: () => Promise<Answer>): Promise<{ readonly answer: Answer; readonly longest: number }> => {
  let last = performance.now()
  let longest = 0
  const tick = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(tick, 1)
  const answer = await work()
  tick()
  clearInterval(timer)
  return { answer, longest }
}

const megabyte = 1024 * 1024
const members = (count: number): string => Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')
const scattered = Array.from({ length: 9000 }, (_, index) => String.fromCodePoint(200 + ((index * 7919) % 5000))).join(
  '',
)

it.each([
  ['more than 10 MB', `{"name":"${'x'.repeat(11 * megabyte)}"}`, 413, 'TOO_LARGE'],
  ['65 levels', `{"name":${'['.repeat(65)}${']'.repeat(65)}}`, 400, 'TOO_DEEP'],
  ['a million levels', `{"name":${'['.repeat(1e6)}${']'.repeat(1e6)}}`, 400, 'TOO_DEEP'],
  ['half a million members', `{${members(500_000)}}`, 413, 'TOO_MANY_VALUES'],
  ['a hundred thousand members', `{${members(100_000)}}`, 413, 'TOO_MANY_VALUES'],
  ['three million items', `{"tags":[${'1,'.repeat(3e6)}1]}`, 413, 'TOO_MANY_VALUES'],
  ['a name of 9 MB', `{"${'k'.repeat(9 * megabyte)}":1}`, 422, 'INVALID'],
  ['a pattern that others need years for', `{"letters":"${'a'.repeat(100_000)}!"}`, 422, 'INVALID'],
  ['a unique value too long for its index', `{"code":"${scattered}"}`, 422, 'INVALID'],
  ['no JSON', '{"name":', 400, 'BAD_JSON'],
  ['no object', '[]', 400, 'BAD_JSON'],
  ['nothing', '', 400, 'BAD_JSON'],
  ['a number beyond numbers', '{"name":1e400}', 422, 'INVALID'],
  ['half a character', String.raw`{"name":"\ud800"}`, 422, 'INVALID'],
  ['a zero character', String.raw`{"name":"a\u0000"}`, 422, 'INVALID'],
])('refuses %s at once', async (...[, text, status, code]) => {
  const { answer, longest } = await held(() => app.api.call('POST', '/records/ship', { text }))
  expect([answer.status, answer.string('code')]).toEqual([status, code])
  expect(longest).toBeLessThan(patience)
  expect(answer.text.length).toBeLessThan(10 * megabyte)
})

it.each([
  ['en', 'about 2,000 characters are possible. Shorten it'],
  ['es', 'caben unos 2000 caracteres. Acórtalo'],
])('says in %s at which field such a value stands and what to do', async (language, advice) => {
  const answer = await app.api.post('/records/ship', { code: scattered }, { headers: { 'accept-language': language } })
  expect(answer.issues).toEqual(['/code INDEX_TOO_LONG'])
  expect(answer.string('issues', 0, 'message')).toContain(advice)
})

it('refuses the same in a schema that allows all', async () => {
  const { answer, longest } = await held(() =>
    app.api.call('POST', '/records/loose', { text: `{${members(150_000)}}` }),
  )
  expect([answer.status, answer.string('code')]).toEqual([413, 'TOO_MANY_VALUES'])
  expect(longest).toBeLessThan(patience)
})

it('refuses a body that grows beyond the limit without having said how long it is', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      if (sent > 12) controller.close()
      else controller.enqueue(new Uint8Array(megabyte).fill(120))
    },
  })
  const response = await app.runtime.app.request(
    new Request('http://127.0.0.1:4400/api/auth/sign-in/email', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'transfer-encoding': 'chunked', 'content-type': 'application/json' },
    } as RequestInit),
  )
  expect(response.status).toBe(413)
})

const any = (count: number) => ({
  any: Array.from({ length: count }, (_, index) => ({ field: 'name', op: 'equals', value: `${index}` })),
})

it.each([
  ['ten thousand conditions', { filter: any(10_000) }, 422, 'QUERY_INVALID'],
  [
    'a list of a hundred thousand values',
    { filter: { field: 'name', op: 'in', value: Array.from({ length: 100_000 }, (_, index) => `${index}`) } },
    422,
    'QUERY_INVALID',
  ],
  [
    'a filter sixty levels deep',
    { filter: JSON.parse(`${'{"not":'.repeat(60)}{"field":"name","op":"isEmpty"}${'}'.repeat(60)}`) },
    422,
    'QUERY_INVALID',
  ],
  ['a thousand sorts', { sort: Array.from({ length: 1000 }, () => 'name') }, 422, 'QUERY_INVALID'],
  ['a cursor of 5 MB', { cursor: 'x'.repeat(5 * megabyte) }, 400, 'BAD_PARAMETER'],
  ['a page of a billion', { limit: 1e9 }, 400, 'BAD_PARAMETER'],
])('refuses a query of %s at once', async (...[, query, status, code]) => {
  const text = JSON.stringify(query)
  const { answer, longest } = await held(() => app.api.call('POST', '/records/ship/query', { text }))
  expect([answer.status, answer.string('code')]).toEqual([status, code])
  expect(longest).toBeLessThan(patience)
})

it.each([
  [`/records/ship?filter=${'x'.repeat(20_000)}`, 400],
  ['/records/ship/%00', 404],
  ['/records/%00', 404],
  ['/records/ship/%E0%A4%A', 404],
  ['/records/__proto__', 404],
  ['/records/constructor/x', 404],
  ['/records/ship?asOf=9999-99-99', 400],
])('refuses the address %#', async (address, status) => {
  expect((await app.api.get(address)).status).toBe(status)
})

it('cuts off who sends his request too slowly, and stays open for others', async () => {
  const server = await listenHttp(
    app.runtime.app,
    { host: '127.0.0.1', port: 0 },
    { headers: 200, request: 400, silence: 60_000 },
  )
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const slow = net.connect(port, '127.0.0.1')
  const closed = new Promise<string>((resolve) => {
    let heard = ''
    slow.setEncoding('utf8').on('data', (text: string) => (heard += text))
    slow.on('error', () => undefined).on('close', () => resolve(heard))
  })
  slow.write(
    'POST /api/auth/sign-in/email HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
  )
  const drip = setInterval(() => slow.writable && slow.write(' '), 50)
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
  expect(await closed).toMatch(/^(HTTP\/1.1 408|$)/)
  clearInterval(drip)
  await closeHttp(server)
})

it('finishes more writes than it has connections', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => app.api.post('/records/ship', { name: `Ship ${index}` })),
  )
  expect(answers.filter((answer) => answer.status !== 201)).toEqual([])
})

it('ends a statement that takes too long', async () => {
  const { pool } = app.runtime.services
  const client = await pool.connect()
  expect((await client.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '30s' }])
  expect((await client.query('show idle_in_transaction_session_timeout')).rows).toEqual([
    { idle_in_transaction_session_timeout: '1min' },
  ])
  client.release()
})

it('had nothing to be ashamed of in all this', () => {
  expect(app.failures).toEqual([])
})
