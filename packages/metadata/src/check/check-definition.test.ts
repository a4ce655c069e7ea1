import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessTexts } from '../access/access-texts.ts'
import { messageOf } from '../issue/texts.ts'
import type { Json, JsonObject } from '../json.ts'
import { languages } from '../language.ts'
import { checkDefinition } from './check-definition.ts'
import { checkTexts } from './check-texts.ts'
import { boat, type Broken, type Documents, module, role, sharing, sound, view } from './test-boats.ts'
import { brokenAccess } from './test-broken-access.ts'
import { brokenFields } from './test-broken-fields.ts'
import { brokenScreens } from './test-broken-screens.ts'
import { brokenWords } from './test-broken-words.ts'
import { validate } from './test-validate.ts'

/** One broken document for each thing that the check can say. */
const broken: readonly Broken[] = [...brokenFields, ...brokenWords, ...brokenScreens, ...brokenAccess]

const issuesOf = (documents: Documents) =>
  checkDefinition(new Map(Object.entries({ ...sound, ...documents })), new Map(), validate).issues

const told = (documents: Documents): readonly string[] =>
  issuesOf(documents).map(({ severity, code, file, pointer }) => `${severity} ${code} ${file}${pointer}`)

describe('the check of definitions', () => {
  it('has nothing against a sound definition', () => {
    expect(told({})).toEqual([])
  })

  it.each(broken)('tells %s', (_what, documents, expected) => {
    expect(told(documents)).toEqual([expected])
  })

  it('says each of them in every language, with nothing left unfilled', () => {
    for (const [, documents] of broken) {
      for (const issue of issuesOf(documents)) {
        for (const language of languages) {
          const message = messageOf(issue, language)
          expect(message).not.toBe(issue.code)
          expect(message).not.toMatch(/\{\w+\}|undefined|\[object/)
        }
      }
    }
  })

  it('has a broken document for every text it can say', () => {
    const codes = new Set(broken.flatMap(([, documents]) => issuesOf(documents).map(({ code }) => code)))
    const ofRoles = Object.keys(accessTexts).filter((code) => /^(ROLE|SHARING)_/.test(code))
    expect([...Object.keys(checkTexts), ...ofRoles].filter((code) => !codes.has(code))).toEqual([])
  })

  it('tells all problems of all documents at once', () => {
    const all = {
      ...boat({ a: { 'x-field': 'a' }, b: { 'x-field': 'b' } }),
      ...view({ columns: [{ field: 'c' }] }),
      'navigation.json': { items: [{ module: 'd' }] },
    }
    expect(told(all)).toHaveLength(4)
  })

  it('has nothing against roles and sharing rules that fit', () => {
    expect(
      told({
        'telar.json': { ...sound['telar.json'], userAttributes: { region: { title: 'Region' } } },
        ...sharing({ level: 'write' }),
        ...role({
          boat: {
            read: { where: { field: 'name', op: 'equals', value: { user: 'region' } } },
            create: 'all',
            update: 'team',
            fields: { '*': 'read', name: 'write', ownerId: 'read', size: 'hidden' },
          },
          '*': { read: { where: { field: 'teamId', op: 'in', value: { user: 'teams' } } }, create: 'own' },
        }),
      }),
    ).toEqual([])
  })

  it('knows the labels of roles and sharing rules', () => {
    const labels = { ro_aaaaaaaaaa: 'Contramaestre', 'ro_aaaaaaaaaa.help': 'Manda.', sh_aaaaaaaaaa: 'Queches' }
    expect(
      told({
        ...sharing({ 'x-id': 'sh_aaaaaaaaaa' }),
        ...role({ boat: { read: 'own' } }, { 'x-id': 'ro_aaaaaaaaaa' }),
        'translations/es.json': { language: 'es', labels },
      }),
    ).toEqual([])
  })

  it('names what was probably meant', () => {
    const [issue] = issuesOf(view({ columns: [{ field: 'nane' }] }))
    expect(issue === undefined ? '' : messageOf(issue, 'en')).toBe(
      '“boat” has no field “nane”. Similar: name, tons, notes, tags, size, rig, crew, parts.',
    )
    const [default_] = issuesOf(boat({ old: { type: 'boolean', default: 'no' } }))
    expect(default_ === undefined ? '' : messageOf(default_, 'es')).toBe(
      'El valor por defecto no encaja con el campo: elige sí o no.',
    )
  })

  it('lets a first record be made where links are needed one way only', () => {
    const both = {
      ...boat({ owner: { 'x-field': 'link', 'x-link': { module: 'sailor' } } }, { required: ['owner'] }),
      'modules/sailor.json': module({ home: { 'x-field': 'link', 'x-link': { module: 'boat' } } }),
    }
    expect(told(both)).toEqual([])
    const closed = {
      ...both,
      'modules/sailor.json': module(
        { home: { 'x-field': 'link', 'x-link': { module: 'boat' } } },
        { required: ['home'] },
      ),
    }
    expect(told(closed)).toEqual([
      'error LINK_CYCLE modules/boat.json/properties/owner',
      'error LINK_CYCLE modules/sailor.json/properties/home',
    ])
  })
})

describe('somebody else’s schema', () => {
  const foreign = (properties: JsonObject, words: JsonObject = {}) =>
    told({ 'modules/foreign.json': { type: 'object', ...words, properties } })

  it('may use any word that begins with x- for itself', () => {
    expect(
      foreign(
        {
          a: {
            type: 'string',
            'x-id': '42',
            'x-unique': 'yes',
            'x-indexed': [],
            'x-visible': true,
            'x-required': { roles: ['a'] },
            'x-alias': 'b',
            'x-enum-names': ['c'],
          },
          b: {
            type: 'string',
            'x-id': '42',
            'x-link': { module: 'nowhere', rel: 'self' },
            'x-formula': { language: 'js' },
          },
        },
        { 'x-unique': 'a', 'x-tags': ['d'] },
      ),
    ).toEqual([])
  })

  it('is warned where a word of ours is not what we read', () => {
    expect(foreign({ a: { type: 'string', 'x-field': 'input' }, b: { enum: ['c'], 'x-options': 'inline' } })).toEqual([
      'warning FIELD_KIND_UNKNOWN modules/foreign.json/properties/a/x-field',
      'warning OPTIONS_UNKNOWN modules/foreign.json/properties/b/x-options',
    ])
  })

  it('is held to our words where it uses one of our types', () => {
    expect(foreign({ a: { 'x-field': 'link' }, b: { 'x-field': 'decimal', 'x-scale': -1 } })).toEqual([
      'error SETTING_MISSING modules/foreign.json/properties/a',
      'error minimum modules/foreign.json/properties/b/x-scale',
    ])
  })

  it('is told of a default that its own words refuse', () => {
    expect(foreign({ a: { type: 'string', format: 'email', default: 'nobody' } })).toEqual([
      'warning DEFAULT_INVALID modules/foreign.json/properties/a/default',
    ])
  })

  it('may refer to its definitions in a field with a default', () => {
    const $defs = { code: { type: 'string', maxLength: 2 } }
    expect(foreign({ a: { type: 'array', items: { $ref: '#/$defs/code' }, default: ['ab'] } }, { $defs })).toEqual([])
    expect(
      foreign({ a: { type: 'array', items: { $ref: '#/$defs/code' }, default: ['ab', 'abc'] } }, { $defs }),
    ).toEqual(['warning DEFAULT_INVALID modules/foreign.json/properties/a/default/1'])
  })

  it('that has the same ids beside it as another is refused', () => {
    const ids = { module: 'mo_aaaaaaaaaa', properties: { a: 'fi_aaaaaaaaaa' } }
    const schema = { type: 'object', properties: { a: { type: 'string' } } }
    expect(
      told({ 'modules/one.json': schema, 'ids/one.json': ids, 'modules/two.json': schema, 'ids/two.json': ids }),
    ).toEqual(['error ID_DUPLICATE modules/two.json', 'error ID_DUPLICATE modules/two.json/properties/a'])
  })
})

describe('nonsense', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any JSON object is the point
  const anyObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })) as fc.Arbitrary<JsonObject>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
  const anyJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
  const words = [
    'x-module',
    'x-id',
    'x-field',
    'x-link',
    'x-options',
    'x-attributes',
    'x-visible',
    'x-required',
    'x-unique',
    'x-indexes',
    'x-scale',
    'title',
    'default',
    'readOnly',
    'description',
    'modules',
    'where',
    'to',
    'level',
    'fields',
    'read',
    'create',
    '*',
    'a',
  ]
  const sprinkled = fc.dictionary(fc.constantFrom(...words), anyJson)
  const moduleLike = fc
    .tuple(sprinkled, fc.dictionary(fc.string(), fc.oneof(sprinkled, anyJson)))
    .map(([own, properties]): JsonObject => ({ ...own, properties }))
  const paths = [
    'telar.json',
    'modules/a.json',
    'modules/b.json',
    'options/a.json',
    'layouts/a.default.json',
    'views/a/all.json',
    'rules/a.json',
    'navigation.json',
    'roles/a.json',
    'sharing/a/b.json',
    'translations/es.json',
    'ids/a.json',
    'other.json',
  ]

  it('of any kind at any path is reported, never thrown', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), fc.oneof(anyObject, moduleLike)), (documents) => {
        const { issues } = checkDefinition(new Map(Object.entries(documents)), new Map(), validate)
        for (const issue of issues) expect(messageOf(issue, 'es')).not.toBe(issue.code)
      }),
      { numRuns: 150 },
    )
  })
})
