import { fieldTypes, isObject, type JsonObject, stringAt } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

const kinds = [...fieldTypes.values()].filter((type) => type.examples.length > 0 && type.storage.type !== 'links')

const schemas: readonly { readonly name: string; readonly schema: JsonObject }[] = kinds.flatMap((type) =>
  type.examples.map(({ schema }, index) => ({ name: `${type.kind.replaceAll('-', '_')}${index}`, schema })),
)

const targets = new Set(
  schemas.flatMap(({ schema }) => {
    const link = schema['x-link']
    return isObject(link) ? [stringAt(link, 'module') ?? ''] : []
  }),
)

const plain = (words: JsonObject): JsonObject => ({
  type: 'object',
  ...words,
  properties: { name: { type: 'string' } },
})

beforeAll(async () => {
  const properties = Object.fromEntries(schemas.map(({ name, schema }) => [name, schema]))
  app = await startTestApp({
    definition: {
      ...Object.fromEntries([...targets].map((name) => [`modules/${name}.json`, plain({ 'x-module': {} })])),
      'modules/everything.json': { type: 'object', 'x-module': {}, properties },
      'modules/foreign.json': { type: 'object', properties: { title: { type: 'string' }, size: { type: 'object' } } },
    },
  })
})

afterAll(() => app.stop())

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

/** JSON as it is sent, since some of it no value of JavaScript could say. */
const values: readonly string[] = [
  ['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e21', '1e308', '1e400', '-1e400', '0.1e-400', '9007199254740993'],
  ['""', '" "', '"x"', '"0"', '"-1"', '"1e5"', '"NaN"', '"Infinity"', '"2026-02-30"', '"2026-11-21"', '"99999-01-01"'],
  ['"0000-00-00T00:00:00Z"', '"2026-11-21T25:00:00Z"', '"javascript:alert(1)"', '"a@b"', '"+34 600 000 000"', '"ES"'],
  ['"0198c1e2-7a4b-7c3d-8e5f-0123456789ab"', '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udfff\\ud800"', '"\\uffff"'],
  ['[]', '{}', '[null]', '[[]]', '[{}]', '[1,"x",null]', '["x","x"]', '{"a":1}', '{"id":1}', '{"id":null}'],
  [
    '{"amount":"1"}',
    '{"amount":"1","currency":"EUR"}',
    '{"amount":1e400,"currency":"EUR"}',
    '{"amount":{},"currency":[]}',
  ],
  ['{"__proto__":{"x":1}}', '{"constructor":1}', '{"toString":"x"}', '{"a\\u0000":1}', '[{"a":"\\ud800"}]', '{"":""}'],
  [deep(20), deep(60), `"${'x'.repeat(200_000)}"`, `[${'1,'.repeat(20_000)}1]`, `"'; drop table x; --"`, '{"id":"x"}'],
].flat()

const send = (method: string, address: string, text: string) =>
  app.api.call(method, `/records/${address}`, { text, version: '*' })

describe.each(schemas)('a field like $name', ({ name }) => {
  it('takes or refuses any value with a reason, never with an error of the server', async () => {
    for (const value of values) {
      const answer = await send('POST', 'everything', `{"${name}":${value}}`)
      expect([201, 422, 409, 400], `${value.slice(0, 80)}: ${answer.text.slice(0, 500)}`).toContain(answer.status)
      const reasons = answer.issues.length + ([201, 400].includes(answer.status) ? 1 : 0)
      expect(reasons, answer.text).toBeGreaterThan(0)
      if (answer.status !== 201) continue
      const read = await app.api.get(`/records/everything/${answer.string('id')}`)
      expect(read.body).toEqual(answer.body)
      // What was read can be written again, and changes nothing.
      if (name.startsWith('auto_number')) continue
      const again = await app.api.patch(`/records/everything/${answer.string('id')}`, { [name]: read.at(name) })
      expect([again.status, again.at('version')], `${value.slice(0, 80)}: ${again.text}`).toEqual([200, 1])
    }
  })

  it('is changed and cleared by any value in the same way', async () => {
    const id = (await app.api.post('/records/everything', {})).expect(201).string('id')
    for (const value of values) {
      const answer = await send('PATCH', `everything/${id}`, `{"${name}":${value}}`)
      expect([200, 422, 400], `${value.slice(0, 80)}: ${answer.text.slice(0, 500)}`).toContain(answer.status)
    }
  })
})

it.each([
  ['an array', '[]'],
  ['a number', '7'],
  ['a text', '"x"'],
  ['nothing', ''],
  ['null', 'null'],
  ['broken JSON', '{"name":'],
  ['two values', '{} {}'],
  ['too many levels', `{"json0":${deep(70)}}`],
  ['a million levels', `{"json0":${deep(1_000_000)}}`],
])('refuses a body that is %s', async (_, text) => {
  const answer = await send('POST', 'everything', text)
  expect([answer.status, typeof answer.at('detail')]).toEqual([400, 'string'])
})

it('refuses a body over the limit', async () => {
  expect((await send('POST', 'everything', `{"json0":"${'x'.repeat(11_000_000)}"}`)).status).toBe(413)
})

it('refuses a body that is no JSON by its type', async () => {
  const answer = await app.api.call('POST', '/records/everything', {
    text: 'a=1',
    headers: { 'content-type': 'text/plain' },
  })
  expect(answer.status).toBe(415)
})

it('suggests the nearest names for a field that is not there', async () => {
  const answer = await app.api.post('/records/everything', { text00: 'x', version: 3, deletedAt: null, __proto: 1 })
  expect(answer.status).toBe(422)
  expect(answer.issues).toEqual([
    '/text00 FIELD_UNKNOWN_IN_RECORD',
    '/version SYSTEM_FIELD',
    '/deletedAt SYSTEM_FIELD',
    '/__proto FIELD_UNKNOWN_IN_RECORD',
  ])
  expect(answer.at('issues', 0, 'params', 'known', 0)).toBe('text0')
  expect(answer.list('issues', 0, 'params', 'known').length).toBeLessThan(10)
})

it.each<[string, JsonObject]>([
  ['plain extras', { title: 'x', colour: 'red', tags: [1, { a: null }] }],
  ['names of prototypes', { title: 'x', constructor: 'c', toString: 't' }],
])('keeps what a foreign schema allows besides: %s', async (_, data) => {
  const made = (await app.api.post('/records/foreign', data)).expect(201)
  expect(made.body).toEqual(expect.objectContaining(data))
  expect((await app.api.get(`/records/foreign/${made.string('id')}`)).body).toEqual(made.body)
})

it.each([
  '{"title":"x","__proto__":{"a":1}}',
  '{"a\\u0000":1}',
  '{"a":"\\u0000"}',
  '{"a":{"b":"\\ud800"}}',
  '{"a":1e400}',
  `{"a":${deep(60)}}`,
])('takes or refuses extras that cannot be kept: %s', async (text) => {
  const answer = await send('POST', 'foreign', text)
  expect([201, 422], answer.text).toContain(answer.status)
  const read = answer.status === 201 ? await app.api.get(`/records/foreign/${answer.string('id')}`) : answer
  expect(JSON.parse(read.text)).toEqual(JSON.parse(answer.text))
})

it('has met no error of its own', () => {
  expect(app.failures).toEqual([])
})
