import { Validator } from '@seriousme/openapi-schema-validator'
import { fieldTypes, isList, isObject, type Json, type JsonObject } from '@telar/metadata'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Api } from '../drivers/api.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp
let spec: JsonObject

beforeAll(async () => {
  app = await startTestApp({ definition: 'templates/sales' })
  await app.publish(boats)
  const harbour = (await app.api.post('/records/harbour', { name: 'Cádiz' })).expect(201).string('id')
  const boat = await app.api.post('/records/boat', {
    name: 'Argo',
    harbour,
    price: { amount: '12.5', currency: 'EUR' },
    crew: [{ role: 'cook' }],
  })
  await app.api.post(`/records/boat/${boat.expect(201).string('id')}/links/visits`, {
    id: harbour,
    attributes: { days: 3 },
  })
  spec = (await app.api.get('/openapi.json')).expect(200).body
})

afterAll(() => app.stop())

/** Two modules with a link, a many-to-many link and nested values, beside those of the template. */
const boats = {
  'modules/harbour.json': { type: 'object', 'x-module': {}, properties: { name: { type: 'string' } } },
  'modules/boat.json': {
    type: 'object',
    'x-module': {},
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 2 },
      price: { 'x-field': 'money' },
      harbour: { 'x-field': 'link', 'x-link': { module: 'harbour', inverse: 'boats' } },
      visits: {
        'x-field': 'links',
        'x-link': { module: 'harbour', inverse: 'visitors' },
        'x-attributes': { properties: { days: { type: 'integer' } } },
      },
      crew: {
        type: 'array',
        items: { type: 'object', properties: { role: { type: 'string' }, boss: { 'x-field': 'user' } } },
      },
    },
  },
} as const

const at = (value: Json | undefined, ...keys: readonly string[]): Json =>
  keys.reduce<Json>((inner, key) => (isObject(inner) ? (inner[key] ?? null) : null), value ?? null)

/** Says what is wrong with an answer by the schema that is promised for it. */
const checkerOf = (described: JsonObject) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: 'https://telar.example/spec', components: described['components'] })
  return (schema: Json, answer: Answer): readonly string[] => {
    const absolute: JsonObject = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://telar.example/spec#/'))
    const validate = ajv.compile(absolute)
    validate(JSON.parse(answer.text))
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }
}

describe('the description of the sales template', () => {
  it('is OpenAPI 3.1 by the official schema', async () => {
    const result = await new Validator({ strict: false }).validate(JSON.parse(JSON.stringify(spec)))
    expect(result).toMatchObject({ valid: true })
    expect(spec['openapi']).toBe('3.1.0')
  })

  it('names every operation once', () => {
    const ids = operationsIn(spec).map(({ operation }) => at(operation, 'operationId'))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('createOpportunity')
  })

  it('has every GET answered as it says', { timeout: 240_000 }, async () => {
    const problems = []
    const check = checkerOf(spec)
    const gets = operationsIn(spec).filter(({ method, path }) => method === 'get' && path !== '/events')
    for (const { path, operation } of gets.filter(
      ({ path: one }) =>
        !one.startsWith('/records') || !one.includes('{id}') || /^\/records\/(boat|harbour)\//.test(one),
    )) {
      const answer = await app.api.get(await addressFor(path))
      const schema = at(operation, 'responses', '200', 'content', 'application/json', 'schema')
      const wrong = answer.status === 200 ? (schema === null ? [] : check(schema, answer)) : [answer.text]
      if (wrong.length > 0) problems.push({ path, wrong: wrong.slice(0, 3) })
    }
    expect(problems).toEqual([])
    expect(gets.length).toBeGreaterThan(100)
  })

  it('speaks the language of its reader', async () => {
    const spanish = await app.api.get('/openapi.json', { headers: { 'accept-language': 'es' } })
    const path = at(spanish.body, 'paths', '/records/account', 'get')
    expect(at(path, 'summary')).toBe('Listar Cuentas')
    expect(at(spanish.body, 'components', 'schemas', 'OpportunityRecord', 'title')).toBe('Oportunidad')
    const result = await new Validator({ strict: false }).validate(JSON.parse(JSON.stringify(spanish.body)))
    expect(result).toMatchObject({ valid: true })
  })

  it('says nothing of records to those who may not read any', async () => {
    const nora = await app.person('Nora', 'user')
    const seen = (await nora.get('/openapi.json')).expect(200)
    expect(
      Object.keys(Object(seen.at('paths'))).filter(
        (path) => path.startsWith('/records') || path.startsWith('/changesets'),
      ),
    ).toEqual([])
    expect((await app.anonymous.get('/openapi.json')).status).toBe(401)
  })
})

interface Operation {
  readonly path: string
  readonly method: string
  readonly operation: JsonObject
}

const operationsIn = (described: JsonObject): readonly Operation[] =>
  Object.entries(Object(described['paths'])).flatMap(([path, item]) =>
    Object.entries(Object(item)).flatMap(([method, operation]) =>
      method === 'parameters' || !isObject(operation) ? [] : [{ path, method, operation }],
    ),
  )

/** A documented path with things that are there. */
const addressFor = async (path: string): Promise<string> => {
  if (path === '/search') return '/search?q=a'
  const module = /^\/records\/([^/]+)/.exec(path)?.[1]
  const source = module === undefined ? otherIds[path] : () => firstOf(app.api, module)
  const id = source === undefined ? '' : await source()
  return path.replace('{id}', id).replace('{n}', '1')
}

const firstOf = async (api: Api, module: string): Promise<string> =>
  (await api.get(`/records/${module}?limit=1`)).string('records', 0, 'id')

const newChangeset = async (): Promise<string> => (await app.api.post('/changesets', { title: 'test' })).string('id')

const newFile = async (): Promise<string> => {
  const text = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\na\r\n--x--\r\n'
  const answer = await app.api.call('POST', '/files', {
    text,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  return answer.expect(201).string('id')
}

const otherIds: Readonly<Record<string, () => Promise<string>>> = {
  '/changesets/{id}': newChangeset,
  '/changesets/{id}/plan': newChangeset,
  '/files/{id}': newFile,
}

describe('records of every field type', () => {
  it('are read and written as described', async () => {
    const examples = [...fieldTypes.values()].flatMap((type) =>
      type.storage.type === 'columns' && type.numbering === undefined
        ? type.examples.map((example) => ({ type, example }))
        : [],
    )
    const named = examples.map(({ type, example }, index) => ({
      name: `f${index}`,
      schema: { 'x-field': type.kind, ...example.schema },
      value: example.value,
    }))
    // What names a record of another module needs that module.
    const usable = named.filter(
      ({ schema }) => !JSON.stringify(schema).includes('x-link') && !JSON.stringify(schema).includes('"user"'),
    )
    const properties = Object.fromEntries(usable.map(({ name, schema }) => [name, schema]))
    await app.publish({
      'modules/everything.json': { type: 'object', title: 'Everything', 'x-module': {}, properties },
    })
    const data: JsonObject = Object.fromEntries(usable.map(({ name, value }) => [name, value]))
    const made = (await app.api.post('/records/everything', data)).expect(201)
    const described = (await app.api.get('/openapi.json')).body
    const check = checkerOf(described)
    expect(check({ $ref: '#/components/schemas/EverythingRecord' }, made)).toEqual([])
    const list = await app.api.get('/records/everything')
    expect(check({ $ref: '#/components/schemas/EverythingList' }, list)).toEqual([])
    const written = Object.fromEntries(Object.entries(made.body).filter(([name]) => name in data))
    expect(
      check({ $ref: '#/components/schemas/EverythingCreate' }, { ...made, text: JSON.stringify(written) }),
    ).toEqual([])
    expect(isList(at(described, 'components', 'schemas', 'EverythingRecord', 'required'))).toBe(true)
    expect(usable.length).toBeGreaterThan(30)
  })
})
