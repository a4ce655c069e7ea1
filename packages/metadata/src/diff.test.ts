import { describe, expect, it } from 'vitest'
import { changeText } from './diff-texts.ts'
import { type Change, diff } from './diff.ts'
import type { JsonObject } from './json.ts'
import { languages } from './language.ts'
import { resolve } from './resolve/resolve.ts'

type Documents = Readonly<Record<string, JsonObject>>

const ship = (properties: JsonObject, words: JsonObject = {}): JsonObject => ({
  type: 'object',
  title: 'Ship',
  'x-module': { id: 'mo_aaaaaaaaaa', plural: 'Ships' },
  properties: { name: { 'x-id': 'fi_aaaaaaaaaa', type: 'string', title: 'Name' }, ...properties },
  ...words,
})

const tons = (words: JsonObject = {}): JsonObject => ({
  'x-id': 'fi_bbbbbbbbbb',
  type: 'integer',
  title: 'Tons',
  ...words,
})

const side = (documents: Documents) => {
  const definition = new Map(Object.entries(documents))
  return { definition, model: resolve(definition).model }
}

const between = (before: Documents, after: Documents): readonly Change[] => diff(side(before), side(after))

const told = (before: Documents, after: Documents): readonly string[] =>
  between(before, after).map((change) => changeText(change, 'en'))

/** What happens, the documents before and after, and what is told of it. */
type Case = readonly [string, readonly [Documents, Documents], readonly string[]]

const shipWith = (properties: JsonObject, words: JsonObject = {}): Documents => ({
  'modules/ship.json': ship({ tons: tons(), ...properties }, words),
})

const fleet = shipWith({})

const cases: readonly Case[] = [
  ['a new module', [{}, fleet], ['New module “Ship”']],
  ['a module that goes', [fleet, {}], ['Module “Ship” removed']],
  [
    'a module that takes another name',
    [fleet, { 'modules/vessel.json': ship({ tons: tons() }) }],
    ['Module “ship” is now called “Ship”'],
  ],
  ['a new title of a module', [fleet, shipWith({}, { title: 'Vessel' })], ['Module “Vessel” changed']],
  ['a new rule of a module', [fleet, shipWith({}, { 'x-unique': [['name']] })], ['Module “Ship” changed']],
  ['a new field', [fleet, shipWith({ flag: { type: 'string', title: 'Flag' } })], ['New field “Flag” on “Ship”']],
  ['a field that goes', [fleet, { 'modules/ship.json': ship({}) }], ['Field “Tons” removed from “Ship”']],
  [
    'a field that takes another name',
    [fleet, { 'modules/ship.json': ship({ burden: tons() }) }],
    ['Field “tons” of “Ship” is now called “burden”'],
  ],
  [
    'a field of another type',
    [fleet, shipWith({ tons: { 'x-id': 'fi_bbbbbbbbbb', 'x-field': 'decimal', title: 'Tons' } })],
    ['Field “Tons” of “Ship” changes from “Whole number” to “Decimal”', 'Field “Tons” of “Ship” changed'],
  ],
  ['a field that is now required', [fleet, shipWith({}, { required: ['tons'] })], ['Field “Tons” of “Ship” changed']],
  ['a bound of a field', [fleet, shipWith({ tons: tons({ minimum: 1 }) })], ['Field “Tons” of “Ship” changed']],
  ['a new document', [{}, { 'options/rig.json': { title: 'Rig', options: [] } }], ['New: rig (option list)']],
  ['a document that goes', [{ 'navigation.json': { items: [] } }, {}], ['Removed: navigation (navigation)']],
  [
    'a document that says something else',
    [{ 'views/ship/all.json': { title: 'All' } }, { 'views/ship/all.json': { title: 'Every ship' } }],
    ['Changed: ship/all (view)'],
  ],
]

describe('what changes between two definitions', () => {
  it.each(cases)('tells %s', (_what, [before, after], expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  it('is nothing where they say the same in another order, or where only ids beside a schema are new', () => {
    const { type = null, title = null, ...rest } = ship({ tons: tons() })
    expect(between(fleet, { 'modules/ship.json': { ...rest, title, type } })).toEqual([])
    expect(between(fleet, fleet)).toEqual([])
    expect(between({}, { 'ids/ship.json': { module: 'mo_aaaaaaaaaa', properties: {} } })).toEqual([])
  })

  it('finds a field again that moved and was renamed at once', () => {
    const after = { 'modules/ship.json': ship({ burden: tons({ title: 'Burden' }) }, { title: 'Vessel' }) }
    expect(between(fleet, after).map(({ kind }) => kind)).toEqual(['field.renamed', 'field.changed', 'module.changed'])
  })

  it('is said in every language, whole', () => {
    for (const [, [before, after]] of cases) {
      for (const change of between(before, after)) {
        for (const language of languages) {
          expect(changeText(change, language)).not.toMatch(/\{\w+\}|undefined/)
          expect(changeText(change, language)).not.toBe(change.kind)
        }
      }
    }
    expect(
      between({}, { 'options/rig.json': { title: 'Rig', options: [] } }).map((change) => changeText(change, 'es')),
    ).toEqual(['Nuevo: rig (lista de opciones)'])
  })
})
