import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessOf } from '../access/access.ts'
import { noRights, type Principal } from '../access/principal.ts'
import { modelView } from '../derive/model-view.ts'
import { diff } from '../diff.ts'
import { documentKinds } from '../document/index.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Model } from '../model.ts'
import { nameKey } from './physical-names.ts'
import { resolve } from './resolve.ts'

type Documents = Readonly<Record<string, JsonObject>>

const modelOf = (documents: Documents): Model => resolve(new Map(Object.entries(documents))).model

const fieldOf = (model: Model, module: string, field: string) => model.modules.get(module)?.fields.get(field)

describe('a definition', () => {
  it('without any document is an empty application', () => {
    const model = modelOf({})
    expect([...model.modules.keys()]).toEqual([])
    expect(model.app).toMatchObject({ baseCurrency: 'EUR', timeZone: 'Europe/Madrid', languages: ['en', 'es'] })
  })

  it('says what its documents leave out', () => {
    const model = modelOf({
      'modules/ship.json': {
        'x-module': {},
        properties: { closeDate: { type: 'string', format: 'date' }, HULL_NUMBER: {} },
      },
    })
    expect(model.modules.get('ship')).toMatchObject({
      title: 'Ship',
      plural: 'Ship',
      icon: 'table',
      owned: true,
      extras: 'refused',
      emptyText: 'null',
    })
    expect(fieldOf(model, 'ship', 'closeDate')).toMatchObject({
      title: 'Close date',
      required: false,
      readOnly: false,
      timeline: true,
    })
    expect(fieldOf(model, 'ship', 'HULL_NUMBER')?.title).toBe('Hull number')
  })

  it('keeps the author’s own words of a schema that is not ours', () => {
    const model = modelOf({
      'modules/ship.json': {
        additionalProperties: true,
        properties: { id: { type: 'string' }, version: { type: 'integer' }, name: { type: 'string' } },
      },
    })
    const ship = model.modules.get('ship')
    expect(ship).toMatchObject({ extras: 'kept', emptyText: 'kept', label: [{ field: 'name' }] })
    expect([...(ship?.fields.keys() ?? [])]).toEqual(['id_', 'version_', 'name'])
    expect(fieldOf(model, 'ship', 'id_')?.property).toBe('id')
  })

  it('gives both ends of a link a name', () => {
    const model = modelOf({
      'modules/ship.json': { 'x-module': {}, properties: { name: { type: 'string' } } },
      'modules/sailor.json': {
        'x-module': {},
        properties: {
          home: { 'x-field': 'link', 'x-link': { module: 'ship', inverse: 'sailors' } },
          last: { 'x-field': 'link', 'x-link': { module: 'ship' } },
        },
      },
    })
    expect([...(model.modules.get('ship')?.inverses.keys() ?? [])]).toEqual(['sailors', 'sailor:last'])
  })

  it('takes a link for one only where the type is one', () => {
    const model = modelOf({
      'modules/ship.json': { properties: { name: { type: 'string', 'x-link': { module: 'ship', inverse: 'names' } } } },
    })
    expect(fieldOf(model, 'ship', 'name')?.link).toBeUndefined()
    expect([...(model.modules.get('ship')?.inverses.keys() ?? [])]).toEqual([])
  })

  it('is named by its own text where its author does not say, never by a link', () => {
    const link = { 'x-field': 'link', 'x-link': { module: 'ship' } }
    const labelOf = (properties: JsonObject) =>
      modelOf({ 'modules/ship.json': { 'x-module': {}, properties } }).modules.get('ship')?.label
    expect(labelOf({ home: link, rank: { enum: ['a', 'b'] }, note: { type: 'string' } })).toEqual([{ field: 'note' }])
    expect(labelOf({ home: link, rank: { enum: ['a', 'b'] } })).toEqual([{ field: 'rank' }])
    expect(labelOf({ home: link, box: { type: 'object', properties: { a: {} } } })).toEqual([{ field: 'box' }])
    expect(labelOf({ home: link })).toEqual([])
  })

  it('gives the field that takes an old name an id and a column of its own', () => {
    const first = modelOf({ 'modules/ship.json': { 'x-module': {}, properties: { tons: { type: 'integer' } } } })
    const old = fieldOf(first, 'ship', 'tons')
    const model = modelOf({
      'modules/ship.json': {
        'x-module': {},
        properties: { burden: { type: 'integer', 'x-id': old?.id ?? '' }, tons: { type: 'integer' } },
      },
    })
    expect(fieldOf(model, 'ship', 'burden')?.column).not.toBe(fieldOf(model, 'ship', 'tons')?.column)
    expect(fieldOf(model, 'ship', 'burden')?.id).toBe(old?.id)
  })
})

describe('physical names', () => {
  const ship = (type: string) =>
    new Map<string, JsonObject>([['modules/ship.json', { 'x-module': {}, properties: { tons: { type } } }]])

  it('are remembered, whatever the thing is called later', () => {
    const { names } = resolve(ship('integer'))
    const renamed = new Map<string, JsonObject>([
      [
        'modules/vessel.json',
        { 'x-module': { id: resolve(ship('integer')).model.modules.get('ship')?.id ?? '' }, properties: {} },
      ],
    ])
    expect(resolve(renamed, names).model.modules.get('vessel')?.table).toMatch(/^ship_/)
  })

  it('are new where values need another column', () => {
    const before = resolve(ship('integer'))
    const after = resolve(ship('string'), before.names)
    const [was, now] = [fieldOf(before.model, 'ship', 'tons'), fieldOf(after.model, 'ship', 'tons')]
    expect(now?.id).toBe(was?.id)
    expect(now?.column).not.toBe(was?.column)
    expect(resolve(ship('integer'), after.names).model.modules.get('ship')?.fields.get('tons')?.column).toBe(
      was?.column,
    )
  })

  it('are never shared by two modules or two fields', () => {
    const names = ['a', 'a-b', 'ab', 'abc', 'select', 'user', 'x'.repeat(60), `${'x'.repeat(59)}y`]
    const properties = Object.fromEntries(
      ['Name', 'name', 'NAME', 'ñame', 'na me', 'na_me', '🚀', '名'].map((name) => [name, { type: 'string' }]),
    )
    const { model } = resolve(new Map(names.map((name) => [`modules/${name}.json`, { properties }])))
    const tables = [...model.modules.values()].map(({ table }) => table)
    const columns = [...model.modules.values()].flatMap(({ table, fields }) =>
      [...fields.values()].map((field) => `${table}.${field.column}`),
    )
    expect(new Set(tables).size).toBe(names.length)
    expect(new Set(columns).size).toBe(names.length * 8)
  })

  it('are told with the version they belong to', () => {
    const { model, names } = resolve(ship('integer'))
    const field = fieldOf(model, 'ship', 'tons')
    expect(field === undefined ? undefined : names.get(nameKey(field.id, field.storage))).toBe(field?.column)
  })
})

const reader: Principal = {
  ...noRights,
  id: '0198c1e2-7a4b-7c3d-8e5f-00000000a001',
  name: 'Ada',
  email: 'ada@example.com',
  administrator: true,
  timeZone: 'UTC',
  firstDayOfWeek: 1,
}

describe('a definition that may say anything', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any JSON is the point
  const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>
  const vocabulary = `
    type properties items required allOf anyOf oneOf $ref $defs definitions enum const format
    default title additionalProperties x-module x-id x-field x-link x-options x-attributes
    x-visible x-unique x-indexes x-pattern x-scale readOnly module kind columns sort filter totals
    ui elements label scope related highlights options value group rules labels language`
  const words = fc.constantFrom(...vocabulary.trim().split(/\s+/))
  const values = fc.oneof(
    fc.constantFrom<Json>(
      'link',
      'links',
      'composite',
      'money',
      'string',
      'object',
      'array',
      'a',
      '#/properties/a',
      '#',
      '#/$defs/a',
      'mo_aaaaaaaaaa',
      'fi_aaaaaaaaaa',
      true,
    ),
    anyJson,
  )
  const { schema } = fc.letrec<{ schema: Json; object: Json }>((tie) => ({
    schema: fc.oneof({ maxDepth: 5 }, values, tie('object'), fc.array(tie('object'), { maxLength: 3 })),
    object: fc.dictionary(fc.oneof(words, fc.constantFrom('a', 'b', 'id')), tie('schema'), { maxKeys: 6 }),
  }))
  const paths = fc.constantFrom(
    ...documentKinds.map(({ example }) => example),
    'modules/a.json',
    'modules/b.json',
    'ids/a.json',
    'options/a.json',
    'views/a/a.json',
    'layouts/a.default.json',
    'rules/a.json',
  )
  const documents = fc
    .dictionary(paths, fc.oneof(schema, anyJson))
    .map((all): Documents =>
      Object.fromEntries(Object.entries(all).flatMap(([path, value]) => (isObject(value) ? [[path, value]] : []))),
    )

  it('has a model, and everything that is made of one', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const [was, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
        const first = resolve(was)
        const second = resolve(now, first.names)
        const access = accessOf({ model: second.model, principal: reader, now: '2026-11-22T08:00:00.000Z' })
        for (const language of ['en', 'es', 'xx', '']) modelView(access, language)
        diff({ definition: was, model: first.model }, { definition: now, model: second.model })
        for (const module of second.model.modules.values()) {
          for (const field of module.fields.values()) {
            field.type.valueSchema(field)
            field.type.sort(field)
            expect(field.column).toMatch(/^[a-z0-9_]{1,50}$/)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})
