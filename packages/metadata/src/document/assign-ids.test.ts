import { describe, expect, it } from 'vitest'
import { idFrom, isStableId } from '../ids.ts'
import { isList, isObject, type Json, type JsonObject } from '../json.ts'
import { assignIds } from './assign-ids.ts'

const at = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((inside, key) => {
    if (isList(inside)) return inside[Number(key)]
    return isObject(inside) ? inside[key] : undefined
  }, value)

const ship = (properties: JsonObject): JsonObject => ({ 'x-module': { plural: 'Ships' }, properties })

const put = (path: string, document: JsonObject, published?: JsonObject): JsonObject =>
  assignIds(path, document, published).document

const idOf = (document: JsonObject, ...keys: readonly string[]): Json | undefined => at(document, ...keys, 'x-id')

describe('a document of ours without ids', () => {
  it('gets one for the module and each of its fields, those inside groups, tables and links too', () => {
    const document = put(
      'modules/ship.json',
      ship({
        name: { type: 'string' },
        size: { type: 'object', properties: { beam: { type: 'number' } } },
        masts: { type: 'array', items: { properties: { sails: { type: 'integer' } } } },
        crew: { 'x-field': 'links', 'x-attributes': { properties: { since: { type: 'string' } } } },
      }),
    )
    const ids = [
      at(document, 'x-module', 'id'),
      idOf(document, 'properties', 'name'),
      idOf(document, 'properties', 'size'),
      idOf(document, 'properties', 'size', 'properties', 'beam'),
      idOf(document, 'properties', 'masts', 'items', 'properties', 'sails'),
      idOf(document, 'properties', 'crew', 'x-attributes', 'properties', 'since'),
    ]
    expect(ids.filter((id) => !isStableId(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(idOf(document, 'properties', 'masts', 'items')).toBeUndefined()
    expect(at(document, 'x-module', 'plural')).toBe('Ships')
  })

  it('gets the same ones in every branch, whatever else is there', () => {
    const one = put('modules/ship.json', ship({ flag: { type: 'string' }, name: { type: 'string' } }))
    const two = put(
      'modules/ship.json',
      ship({ name: { type: 'string' }, tons: { type: 'number' }, flag: { 'x-field': 'select' } }),
    )
    expect(idOf(one, 'properties', 'flag')).toBe(idOf(two, 'properties', 'flag'))
    expect(at(one, 'x-module', 'id')).toBe(at(two, 'x-module', 'id'))
    expect(idOf(one, 'properties', 'flag')).not.toBe(
      idOf(put('modules/boat.json', ship({ flag: {} })), 'properties', 'flag'),
    )
  })

  it('gets one for lists, options, layouts, views, groups and the application', () => {
    const list = put('options/rig.json', {
      title: 'Rig',
      options: [
        { value: 'sloop', label: 'Sloop' },
        { value: 2, label: 'Two' },
      ],
    })
    expect(idOf(list)).toMatch(/^ol_/)
    expect(idOf(list, 'options', '0')).toMatch(/^op_/)
    expect(idOf(put('layouts/ship.default.json', { module: 'ship' }))).toMatch(/^la_/)
    expect(idOf(put('views/ship/all.json', { module: 'ship' }))).toMatch(/^vi_/)
    expect(idOf(put('telar.json', { name: 'fleet' }))).toMatch(/^ap_/)
    const navigation = put('navigation.json', {
      items: [{ module: 'ship' }, { group: 'Sea', items: [{ group: 'Far', items: [] }] }],
    })
    expect(idOf(navigation, 'items', '0')).toBeUndefined()
    expect(idOf(navigation, 'items', '1')).toMatch(/^na_/)
    expect(idOf(navigation, 'items', '1', 'items', '0')).toMatch(/^na_/)
  })
})

describe('ids that are there', () => {
  const published = ship({ name: { 'x-id': 'fi_aaaaaaaaaa' }, tons: { 'x-id': 'fi_bbbbbbbbbb' } })

  it('stay, and are found again by name', () => {
    const document = put(
      'modules/ship.json',
      ship({ name: { title: 'Name' }, tons: { 'x-id': 'fi_cccccccccc' } }),
      published,
    )
    expect(idOf(document, 'properties', 'name')).toBe('fi_aaaaaaaaaa')
    expect(idOf(document, 'properties', 'tons')).toBe('fi_cccccccccc')
    const again = put('modules/ship.json', document, published)
    expect(again).toEqual(document)
  })

  it('go with what is renamed; what takes the old name is another thing', () => {
    const renamed = put(
      'modules/ship.json',
      ship({ burden: { 'x-id': 'fi_bbbbbbbbbb' }, tons: { type: 'integer' } }),
      published,
    )
    expect(idOf(renamed, 'properties', 'burden')).toBe('fi_bbbbbbbbbb')
    expect(idOf(renamed, 'properties', 'tons')).not.toBe('fi_bbbbbbbbbb')
    const made = idFrom('fi', 'ship', 'tons')
    const later = put('modules/ship.json', ship({ burden: { 'x-id': made }, tons: {} }))
    expect(idOf(later, 'properties', 'tons')).not.toBe(made)
    expect(idOf(later, 'properties', 'tons')).toBe(
      idOf(put('modules/ship.json', ship({ tons: {}, burden: { 'x-id': made } })), 'properties', 'tons'),
    )
  })

  it('of options are found again by value, whatever their label', () => {
    const list = { title: 'Rig', options: [{ value: 'sloop', label: 'Sloop', 'x-id': 'op_aaaaaaaaaa' }] }
    const changed = put('options/rig.json', { title: 'Rig', options: [{ value: 'sloop', label: 'Balandra' }] }, list)
    expect(idOf(changed, 'options', '0')).toBe('op_aaaaaaaaaa')
  })

  it('that are malformed are replaced', () => {
    expect(idOf(put('modules/ship.json', ship({ name: { 'x-id': 'NAME' } })), 'properties', 'name')).toMatch(
      /^fi_[a-z2-7]{10}$/,
    )
  })
})

describe('somebody else’s schema', () => {
  const foreign: JsonObject = {
    $id: 'https://example.com/vessel',
    properties: { name: { type: 'string', 'x-id': 'their own' }, tons: true },
  }

  it('stays as it is; its ids lie beside it and are shown in it', () => {
    const { document, ids, shown } = assignIds('modules/vessel.json', foreign, undefined)
    expect(document).toBe(foreign)
    expect(ids?.path).toBe('ids/vessel.json')
    expect(at(ids?.document, 'module')).toMatch(/^mo_/)
    expect(at(ids?.document, 'properties', 'name')).toMatch(/^fi_[a-z2-7]{10}$/)
    expect(idOf(shown, 'properties', 'name')).toBe(at(ids?.document, 'properties', 'name'))
    expect(shown).not.toHaveProperty('x-module')
  })

  it('keeps the ids that lie beside it', () => {
    const published: JsonObject = {
      'x-module': { id: 'mo_aaaaaaaaaa' },
      properties: { name: { 'x-id': 'fi_aaaaaaaaaa' } },
    }
    const { ids } = assignIds('modules/vessel.json', foreign, published)
    expect(ids?.document).toMatchObject({ module: 'mo_aaaaaaaaaa', properties: { name: 'fi_aaaaaaaaaa' } })
  })
})

it('a document that has no ids, or lies nowhere, is left alone', () => {
  const translation = { language: 'es', labels: {} }
  expect(assignIds('translations/es.json', translation, undefined)).toEqual({
    document: translation,
    ids: undefined,
    shown: translation,
  })
  expect(put('somewhere/else.json', translation)).toBe(translation)
})
