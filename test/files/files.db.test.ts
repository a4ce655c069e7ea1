import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

const ship = { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } }
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

let app: TestApp
let nora: Api
let cookie = ''

beforeAll(async () => {
  app = await startTestApp({ definition: { 'modules/ship.json': ship } })
  nora = await app.person('Nora')
  const answer = await app.anonymous.post('/api/auth/sign-in/email', {
    email: 'ada@telar.example',
    password: 'correct-horse-9',
  })
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})

afterAll(() => app.stop())

const send = (path: string, init: RequestInit = {}) =>
  app.runtime.app.request(`http://127.0.0.1:4400/api/w/main${path}`, {
    ...init,
    headers: { cookie, 'x-telar': '1', ...Object(init.headers) },
  })

const upload = (content: Uint8Array | string, name = 'a.bin', type = 'application/octet-stream') => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(Buffer.from(content))], name, { type }))
  return send('/files', { method: 'POST', body: form })
}

const uploaded = async (...args: Parameters<typeof upload>): Promise<Record<string, unknown>> => {
  const response = await upload(...args)
  expect(response.status).toBe(201)
  return Object(await response.json())
}

const codeOf = async (response: Response): Promise<unknown> => Object(await response.json()).code

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer())

it.each([0, 1, 262_143, 262_144, 262_145, 1_000_003])('gives %i bytes back as they came', async (size) => {
  const content = randomBytes(size)
  const file = await uploaded(content)
  expect(file).toMatchObject({ size, sha256: createHash('sha256').update(content).digest('hex') })
  const response = await send(`/files/${String(file['id'])}`)
  expect(response.headers.get('content-length')).toBe(String(size))
  expect((await bytesOf(response)).equals(content)).toBe(true)
})

it('gives parts, across chunks and to the end', async () => {
  const content = randomBytes(600_000)
  const { id } = await uploaded(content)
  const part = async (range: string) => send(`/files/${String(id)}`, { headers: { range } })
  for (const [range, from, to] of [
    ['bytes=0-0', 0, 1],
    ['bytes=262000-262200', 262_000, 262_201],
    ['bytes=599999-', 599_999, 600_000],
    ['bytes=-5', 599_995, 600_000],
    ['bytes=10-99999999', 10, 600_000],
  ] as const) {
    const response = await part(range)
    expect([response.status, response.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to - 1}/600000`])
    expect((await bytesOf(response)).equals(content.subarray(from, to))).toBe(true)
  }
  expect((await part('bytes=600000-')).status).toBe(416)
  expect((await part('bytes=5-1')).status).toBe(200)
  expect((await part('potatoes=1-2')).status).toBe(200)
})

it('answers HEAD without content, and 304 to who has it already', async () => {
  const { id } = await uploaded(png, 'a.png', 'image/png')
  const head = await send(`/files/${String(id)}`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(png.length), ''])
  const again = await send(`/files/${String(id)}`, { headers: { 'if-none-match': head.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
})

it.each([
  { name: 'a.png', claimed: 'image/png', content: png, type: 'image/png', shown: true },
  { name: 'a.pdf', claimed: 'text/plain', content: Buffer.from('%PDF-1.7 …'), type: 'application/pdf', shown: true },
  {
    name: 'a.png',
    claimed: 'image/png',
    content: Buffer.from('<script>alert(1)</script>'),
    type: 'application/octet-stream',
    shown: false,
  },
  {
    name: 'a.html',
    claimed: 'text/html',
    content: Buffer.from('<script>alert(1)</script>'),
    type: 'text/html',
    shown: false,
  },
  {
    name: 'a.svg',
    claimed: 'image/svg+xml',
    content: Buffer.from('<svg onload="alert(1)"/>'),
    type: 'image/svg+xml',
    shown: false,
  },
  { name: 'a.html', claimed: 'text/html', content: png, type: 'image/png', shown: true },
  {
    name: 'a',
    claimed: 'no type\r\nx-evil: 1',
    content: Buffer.from('a'),
    type: 'application/octet-stream',
    shown: false,
  },
])('takes $name sent as $claimed for what it is: $type', async ({ name, claimed, content, type, shown }) => {
  const file = await uploaded(content, name, claimed)
  expect(file['type']).toBe(type)
  const { headers } = await send(`/files/${String(file['id'])}`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-disposition')?.startsWith(shown ? 'inline' : 'attachment')).toBe(true)
  expect(headers.get('content-security-policy')?.includes('sandbox')).toBe(!shown)
  const forced = await send(`/files/${String(file['id'])}?download`)
  expect(forced.headers.get('content-disposition')).toContain('attachment')
})

it.each([
  ['Año nuevo – ñandú.pdf', 'Año nuevo – ñandú.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ana\\factura.pdf', 'factura.pdf'],
  ['..', 'file'],
  ['a"b;c%.txt', 'a"b;c%.txt'],
  [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(196)}.pdf`],
  ['gpj.\u202eexe', 'gpj.exe'],
])('a file called %s is called %s', async (given, name) => {
  const file = await uploaded('a', given)
  expect(file['name']).toBe(name)
  const { headers } = await send(`/files/${String(file['id'])}`)
  expect(decodeURIComponent(headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')).toBe(name)
})

it('refuses what is too large, whatever it says of its length, and keeps nothing of it', async () => {
  const count = async () =>
    (await app.runtime.services.pool.query(`select count(*)::int as n from ${app.runtime.workspace.schema}.file`))
      .rows[0].n
  const before = await count()
  const large = await upload(Buffer.alloc(26 * 1024 * 1024))
  expect([large.status, await codeOf(large)]).toEqual([413, 'TOO_LARGE'])
  const said = await send('/files', {
    method: 'POST',
    body: 'x',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '99999999' },
  })
  expect(said.status).toBe(413)
  expect(await count()).toBe(before)
})

const multipart = (...parts: readonly string[]) => ({
  method: 'POST',
  body: `${parts.map((part) => `--x\r\n${part}\r\n`).join('')}--x--\r\n`,
  headers: boundary,
})

const filePart = 'content-disposition: form-data; name="file"; filename="a"\r\n\r\na'

const boundary = { 'content-type': 'multipart/form-data; boundary=x' }

it.each([
  {
    what: 'JSON',
    init: { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    refusal: [415, 'MULTIPART_NEEDED'],
  },
  {
    what: 'no boundary',
    init: { method: 'POST', body: 'a', headers: { 'content-type': 'multipart/form-data' } },
    refusal: [400, 'BAD_MULTIPART'],
  },
  { what: 'no body', init: { method: 'POST', headers: boundary }, refusal: [400, 'FILE_MISSING'] },
  { what: 'nonsense', init: { method: 'POST', body: 'nonsense', headers: boundary }, refusal: [400, 'BAD_MULTIPART'] },
  {
    what: 'a file that breaks off',
    init: { method: 'POST', body: `--x\r\n${filePart}`, headers: boundary },
    refusal: [400, 'BAD_MULTIPART'],
  },
  {
    what: 'a field and no file',
    init: multipart('content-disposition: form-data; name="a"\r\n\r\nb'),
    refusal: [400, 'FILE_MISSING'],
  },
  { what: 'two files', init: multipart(filePart, filePart), refusal: [400, 'FILE_MISSING'] },
  {
    what: 'many fields',
    init: multipart(...Array.from({ length: 100 }, () => 'content-disposition: form-data; name="a"\r\n\r\nb')),
    refusal: [400, 'FILE_MISSING'],
  },
])('refuses an upload of $what', async ({ init, refusal }) => {
  const response = await send('/files', init)
  expect([response.status, await codeOf(response)]).toEqual(refusal)
})

it('a file is its uploader’s until a record holds it, then it has the rights of the record', async () => {
  const { id } = await uploaded('secret')
  expect((await nora.get(`/files/${String(id)}`)).status).toBe(404)
  expect((await app.anonymous.get(`/files/${String(id)}`)).status).toBe(401)
  const record = (await app.api.post('/records/ship', { name: 'Argo' })).string('id')
  expect((await nora.post(`/records/ship/${record}/files`, { file: String(id) })).status).toBe(404)
  const attached = await app.api.post(`/records/ship/${record}/files`, { file: String(id) })
  expect([attached.status, attached.at('id')]).toEqual([201, id])
  expect((await nora.get(`/files/${String(id)}`)).text).toBe('secret')
  expect((await nora.get(`/records/ship/${record}/files`)).at('files', 0, 'id')).toBe(id)
  expect((await app.api.post(`/records/ship/${record}/files`, { file: String(id) })).status).toBe(201)
  const other = (await app.api.post('/records/ship', { name: 'Other' })).string('id')
  expect((await app.api.post(`/records/ship/${other}/files`, { file: String(id) })).string('code')).toBe('FILE_HELD')
  expect((await app.api.delete(`/records/ship/${other}/files/${String(id)}`)).status).toBe(404)
  expect((await app.api.delete(`/records/ship/${record}/files/${String(id)}`)).status).toBe(204)
  expect((await nora.get(`/files/${String(id)}`)).status).toBe(404)
  const history = await app.api.get(`/records/ship/${record}/history`)
  expect([
    history.string('entries', 0, 'op'),
    history.string('entries', 1, 'op'),
    history.string('entries', 2, 'op'),
  ]).toEqual(['detach', 'attach', 'create'])
  expect(history.at('entries', 1, 'detail', 'name')).toBe('a.bin')
  expect((await app.api.get(`/records/ship/${record}`)).at('version')).toBe(1)
})

it.each(['x', '00000000-0000-7000-8000-000000000000', '%00', "'; drop table file"])(
  'there is no file %s',
  async (id) => {
    const record = (await app.api.post('/records/ship', { name: 'Argo' })).string('id')
    expect((await app.api.get(`/files/${encodeURIComponent(id)}`)).string('code')).toBe('FILE_UNKNOWN')
    expect((await app.api.post(`/records/ship/${record}/files`, { file: id })).string('code')).toBe('FILE_UNKNOWN')
    expect((await app.api.delete(`/records/ship/${record}/files/${encodeURIComponent(id)}`)).string('code')).toBe(
      'FILE_UNKNOWN',
    )
    expect((await app.api.get(`/records/ship/${encodeURIComponent(id)}/files`)).string('code')).toBe('RECORD_UNKNOWN')
  },
)

it('is collected a day after nobody holds it, content and all', async () => {
  const { collectFiles } = await import('../../packages/runtime/src/worker/chores/collect-files.ts')
  const { schema } = app.runtime.workspace
  const { pool } = app.runtime.services
  const [loose, fresh, held] = [await uploaded('loose'), await uploaded('fresh'), await uploaded('held')]
  const record = (await app.api.post('/records/ship', { name: 'Argo' })).string('id')
  await app.api.post(`/records/ship/${record}/files`, { file: String(held['id']) })
  await pool.query(`update ${schema}.file set loose_since = now() - interval '25 hours' where id = $1`, [loose['id']])
  await collectFiles.run(app.runtime.services)
  const statuses = await Promise.all(
    [loose, fresh, held].map(async ({ id }) => (await app.api.get(`/files/${String(id)}`)).status),
  )
  expect(statuses).toEqual([404, 200, 200])
  expect((await pool.query(`select 1 from ${schema}.file_chunk where file = $1`, [loose['id']])).rowCount).toBe(0)
  expect(app.failures).toEqual([])
})
