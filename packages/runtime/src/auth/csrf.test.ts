import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { TelarError } from '../errors.ts'
import { csrf } from './csrf.ts'

const app = new Hono()
app.use(csrf({ trustedOrigins: ['http://127.0.0.1:4400', 'http://localhost:4400'], cookieName: 'sid' }))
app.onError((error, context) =>
  context.text(error instanceof TelarError ? error.code : 'bug', error instanceof TelarError ? error.status : 500),
)
app.all('/x', (context) => context.text('ok'))

const send = async (method: string, headers: Record<string, string>) =>
  (await app.request('/x', { method, headers })).status

const cookie = 'a=1; sid=abc'

test.each([
  ['our origin', { origin: 'http://127.0.0.1:4400' }, 200],
  ['our other origin', { origin: 'http://localhost:4400' }, 200],
  ['another origin', { origin: 'https://evil.example' }, 403],
  ['our host at another port', { origin: 'http://127.0.0.1:4401' }, 403],
  ['our host with https', { origin: 'https://127.0.0.1:4400' }, 403],
  ['a host that begins like ours', { origin: 'http://127.0.0.1:4400.evil.example' }, 403],
  ['the origin null', { origin: 'null' }, 403],
  ['an empty origin', { origin: '' }, 403],
  ['a page of the same origin', { 'sec-fetch-site': 'same-origin' }, 200],
  ['a page of the same site', { 'sec-fetch-site': 'same-site' }, 403],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a typed address', { 'sec-fetch-site': 'none' }, 403],
  [
    'a browser behind a proxy that we do not know',
    { origin: 'https://crm.example', 'sec-fetch-site': 'same-origin' },
    200,
  ],
  ['another origin with our header', { origin: 'https://evil.example', 'x-telar': '1' }, 403],
  ['a foreign page with our header', { 'sec-fetch-site': 'cross-site', 'x-telar': '1' }, 403],
  ['no header of a browser', {}, 403],
  ['no header of a browser but ours', { 'x-telar': '1' }, 200],
  ['our header with another value', { 'x-telar': 'yes' }, 403],
  ['a referer only', { referer: 'http://127.0.0.1:4400/x' }, 403],
])('a write with the session cookie and %s', async (_, headers, status) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(await send(method, { cookie, ...headers })).toBe(status)
})

test('reading is never refused', async () => {
  for (const method of ['GET', 'HEAD']) expect(await send(method, { cookie, origin: 'https://evil.example' })).toBe(200)
})

test('without the session cookie, or with a key, nothing can be forged', async () => {
  expect(await send('POST', { origin: 'https://evil.example' })).toBe(200)
  expect(await send('POST', { origin: 'https://evil.example', cookie: 'a=1; xsid=abc' })).toBe(200)
  expect(await send('POST', { origin: 'https://evil.example', cookie, authorization: 'Bearer telar_x' })).toBe(200)
})

test('another scheme of Authorization is no key', async () => {
  expect(await send('POST', { origin: 'https://evil.example', cookie, authorization: 'Basic YTpi' })).toBe(403)
  expect(await send('POST', { origin: 'https://evil.example', cookie, authorization: 'Bearer a b' })).toBe(403)
})

test('an odd method is a write', async () => {
  expect(await send('PROPFIND', { cookie, origin: 'https://evil.example' })).toBe(403)
})
