import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { toCurrentDialect } from './to-current-dialect.ts'

const draft07 = { $schema: 'http://json-schema.org/draft-07/schema#' }
const draft2019 = { $schema: 'https://json-schema.org/draft/2019-09/schema' }
const draft2020 = { $schema: 'https://json-schema.org/draft/2020-12/schema' }

const converted = (document: JsonObject) => {
  const { $schema, ...schema } = toCurrentDialect(document).schema
  expect($schema).toBe(draft2020.$schema)
  return schema
}

const issues = (document: JsonObject) =>
  toCurrentDialect(document).issues.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)

describe('the words of older drafts', () => {
  it('become those of 2020-12, in the order of their author', () => {
    const document = {
      ...draft07,
      title: 'Order',
      definitions: { line: { type: 'array', items: [{ type: 'string' }, { type: 'number' }], additionalItems: false } },
      properties: { lines: { type: 'array', items: { $ref: '#/definitions/line' } }, card: {}, address: {} },
      dependencies: { card: ['address'], address: { required: ['lines'] } },
    }
    expect(JSON.stringify(converted(document))).toBe(
      JSON.stringify({
        title: 'Order',
        $defs: { line: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false } },
        properties: { lines: { type: 'array', items: { $ref: '#/$defs/line' } }, card: {}, address: {} },
        dependentRequired: { card: ['address'] },
        dependentSchemas: { address: { required: ['lines'] } },
      }),
    )
    expect(issues(document)).toEqual([])
  })

  it('keep the place of both where old and new words stand side by side', () => {
    expect(
      converted({
        ...draft2019,
        dependencies: { a: ['b'] },
        dependentRequired: { a: ['c'] },
        allOf: [{ type: 'object' }],
      }),
    ).toEqual({
      allOf: [{ type: 'object' }, { dependentRequired: { a: ['b'] } }],
      dependentRequired: { a: ['c'] },
    })
    expect(
      converted({
        ...draft2019,
        $defs: { a: { type: 'string' } },
        definitions: { a: { type: 'number' } },
        not: { $ref: '#/definitions/a' },
      }),
    ).toEqual({
      $defs: { a: { type: 'string' }, a_2: { type: 'number' } },
      not: { $ref: '#/$defs/a_2' },
    })
  })

  it('ignore what stands beside a reference in draft-07, but keep what describes it', () => {
    const beside = { $ref: '#/$defs/a', title: 'Home', 'x-id': 'fi_1', maxLength: 3 }
    const document = (draft: JsonObject): JsonObject => ({
      ...draft,
      $defs: { a: { type: 'string' } },
      properties: { p: beside },
    })
    expect(converted(document(draft07))['properties']).toEqual({
      p: { $ref: '#/$defs/a', title: 'Home', 'x-id': 'fi_1' },
    })
    expect(issues(document(draft07))).toEqual(['warning SCHEMA_REF_SIBLINGS /properties/p'])
    expect(converted(document(draft2020))['properties']).toEqual({ p: beside })
  })

  it('mean nothing before they were invented, which is told once a word', () => {
    const document = {
      ...draft07,
      unevaluatedProperties: false,
      properties: { a: { dependentRequired: {} }, b: { dependentRequired: {} } },
    }
    expect(converted(document)).toEqual({ properties: { a: {}, b: {} } })
    expect(toCurrentDialect(document).issues).toMatchObject([
      { code: 'SCHEMA_WORD_OF_OTHER_DRAFT', pointer: '/unevaluatedProperties', params: { places: 1 } },
      { code: 'SCHEMA_WORD_OF_OTHER_DRAFT', pointer: '/properties/a/dependentRequired', params: { places: 2 } },
    ])
  })

  it('are understood in 2020-12 too where only the meaning of old can be meant', () => {
    expect(converted({ ...draft2020, items: [{ type: 'string' }], additionalItems: false })).toEqual({
      prefixItems: [{ type: 'string' }],
      items: false,
    })
    expect(issues({ ...draft2020, items: [true] })).toEqual(['warning SCHEMA_OLDER_WORD /items'])
  })
})

describe('the draft of a document', () => {
  const siblings = { $ref: '#/definitions/a', minLength: 1 }

  it('is 2020-12 without $schema, unless its words are older', () => {
    expect(issues({ definitions: { a: {} }, properties: { p: siblings } })).toEqual([
      'warning SCHEMA_REF_SIBLINGS /properties/p',
    ])
    expect(issues({ definitions: { a: {} }, properties: { p: siblings }, unevaluatedProperties: false })).toEqual([])
    expect(issues({ properties: { dependencies: { type: 'object' }, definitions: {} }, prefixItems: [true] })).toEqual(
      [],
    )
  })

  it('must be one of the three that are understood', () => {
    expect(issues({ $schema: 'http://json-schema.org/draft-04/schema#' })).toEqual(['error SCHEMA_TOO_OLD /$schema'])
    expect(issues({ $schema: 'https://example.org/dialect' })).toEqual(['error SCHEMA_UNKNOWN /$schema'])
    expect(issues({ $schema: 'http://json-schema.org/draft-06/schema#' })).toEqual([
      'warning SCHEMA_READ_AS_DRAFT07 /$schema',
    ])
    expect(issues({ properties: { n: { minimum: 1, exclusiveMinimum: true } } })).toEqual([
      'error SCHEMA_DRAFT04_BOUND /properties/n/exclusiveMinimum',
    ])
  })

  it('may change inside, where a schema has its own $id', () => {
    const inner = {
      ...draft07,
      $id: 'https://example.org/inner',
      $ref: '#/definitions/x',
      minLength: 9,
      definitions: { x: { type: 'string' } },
    }
    expect(
      converted({ ...draft2020, $defs: { inner }, properties: { p: { $ref: 'https://example.org/inner' } } }),
    ).toEqual({
      $defs: { inner: { $ref: '#/$defs/inner/$defs/x', $defs: { x: { type: 'string' } } } },
      properties: { p: { $ref: '#/$defs/inner' } },
    })
  })
})

describe('references', () => {
  it('find ids, anchors and pointers of every kind', () => {
    const document = {
      ...draft2019,
      $id: 'https://example.org/schemas/root.json',
      $defs: {
        item: {
          $id: 'item.json',
          $defs: { 'a/b %': { type: 'string' } },
          properties: { self: { $ref: '#' }, odd: { $ref: '#/$defs/a~1b%20%25' } },
        },
        named: { $anchor: 'here', type: 'number' },
        old: { $id: '#there', type: 'boolean' },
      },
      allOf: [
        { $ref: 'item.json' },
        { $ref: '/schemas/item.json#/properties/odd' },
        { $ref: '#here' },
        { $ref: 'root.json#there' },
        { $ref: 'https://example.org/schemas/root.json#/$defs/named' },
      ],
    }
    expect(issues(document)).toEqual([])
    expect(converted(document)['allOf']).toEqual([
      { $ref: '#/$defs/item' },
      { $ref: '#/$defs/item/properties/odd' },
      { $ref: '#/$defs/named' },
      { $ref: '#/$defs/old' },
      { $ref: '#/$defs/named' },
    ])
    const { item } = converted(document)['$defs'] as { readonly item: JsonObject } // oxlint-disable-line no-unsafe-type-assertion -- written above
    expect(item['properties']).toEqual({
      self: { $ref: '#/$defs/item' },
      odd: { $ref: '#/$defs/item/$defs/a~1b%20%25' },
    })
  })

  it('lead to $defs only, so that root and properties may be rewritten', () => {
    const document = {
      ...draft07,
      definitions: { used: { type: 'string' } },
      properties: { parent: { $ref: '#' }, name: { $ref: '#/definitions/used' }, nick: { $ref: '#/properties/name' } },
    }
    const properties = {
      parent: { $ref: '#/$defs/root' },
      name: { $ref: '#/$defs/used' },
      nick: { $ref: '#/$defs/name' },
    }
    expect(converted(document)).toEqual({
      $defs: { used: { type: 'string' }, root: { properties }, name: { $ref: '#/$defs/used' } },
      properties,
    })
  })

  it('reach schemas where no word of the draft leads', () => {
    const document = {
      ...draft07,
      components: { pet: { items: [{ $ref: '#/components/tag' }] }, tag: { type: 'string' } },
      properties: { pet: { $ref: '#/components/pet' } },
    }
    expect(converted(document)).toEqual({
      properties: { pet: { $ref: '#/$defs/pet' } },
      $defs: { pet: { prefixItems: [{ $ref: '#/$defs/tag' }] }, tag: { type: 'string' } },
    })
  })

  it('to a recursive or dynamic name are plain ones when only one schema answers to it', () => {
    expect(
      converted({ ...draft2019, $recursiveAnchor: true, properties: { child: { $recursiveRef: '#' } } })['properties'],
    ).toEqual({ child: { $ref: '#/$defs/root' } })
    expect(
      converted({ ...draft2020, $dynamicAnchor: 'node', properties: { child: { $dynamicRef: '#node' } } })[
        'properties'
      ],
    ).toEqual({ child: { $ref: '#/$defs/root' } })
    const two = {
      ...draft2020,
      $dynamicAnchor: 'node',
      $defs: { other: { $id: 'other', $dynamicAnchor: 'node' } },
      properties: { child: { $dynamicRef: '#node' } },
    }
    expect(issues(two)).toEqual(['error SCHEMA_REF_DYNAMIC /properties/child/$dynamicRef'])
  })

  it.each([
    ['https://example.org/other.json', 'SCHEMA_REF_NOT_LOCAL'],
    ['file:///etc/passwd', 'SCHEMA_REF_NOT_LOCAL'],
    ['other.json#/a', 'SCHEMA_REF_NOT_LOCAL'],
    ['#/$defs/missing', 'SCHEMA_REF_MISSING'],
    ['#/$defs/%zz', 'SCHEMA_REF_MISSING'],
    ['#anchor', 'SCHEMA_REF_MISSING'],
    ['#/title', 'SCHEMA_REF_MISSING'],
    ['#/properties/p/$ref/constructor', 'SCHEMA_REF_MISSING'],
  ])('such as %s are refused', ($ref, code) => {
    const document = { ...draft2020, title: 'T', properties: { p: { $ref } } }
    expect(issues(document)).toEqual([`error ${code} /properties/p/$ref`])
    expect(converted(document)['properties']).toEqual({ p: {} })
  })

  it('that lead back to themselves or multiply without end are refused', () => {
    expect(issues({ $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { if: { $ref: '#/$defs/a' } } } })).toEqual([
      'error SCHEMA_REF_LOOP /$defs/a',
    ])
    expect(issues({ $ref: '#' })).toEqual(['error SCHEMA_REF_LOOP '])
    expect(issues({ $defs: { a: { properties: { child: { $ref: '#/$defs/a' } } } } })).toEqual([])
    const doubled = Object.fromEntries(
      Array.from({ length: 40 }, (_none, n) => [
        `d${n}`,
        { allOf: [{ $ref: `#/$defs/d${n + 1}` }, { $ref: `#/$defs/d${n + 1}` }] },
      ]),
    )
    expect(issues({ $defs: { ...doubled, d40: {} } })).toEqual(['error SCHEMA_TOO_MANY_STEPS /$defs/d27'])
    const chain = Object.fromEntries(
      Array.from({ length: 5000 }, (_none, n) => [`d${n}`, { $ref: `#/$defs/d${n + 1}` }]),
    )
    expect(issues({ $defs: { ...chain, d5000: {} } })).toEqual(['error SCHEMA_REF_CHAIN /$defs/d201'])
  })

  it('to one name that two schemas give themselves are refused', () => {
    expect(issues({ $defs: { a: { $id: 'x' }, b: { $id: 'x' }, c: { $anchor: 'y' }, d: { $anchor: 'y' } } })).toEqual([
      'error SCHEMA_NAME_TWICE /$defs/b',
      'error SCHEMA_NAME_TWICE /$defs/d',
    ])
  })
})

describe('what cannot be kept', () => {
  it('is told by pointer', () => {
    expect(
      issues({
        ...draft2020,
        properties: {
          zip: { type: 'string', pattern: '^(?=a)' },
          hue: { format: 'colour' },
          raw: { contentEncoding: 'base64' },
          odd: { markdownDescription: 'x' },
        },
      }),
    ).toEqual([
      'warning SCHEMA_PATTERN /properties/zip/pattern',
      'warning SCHEMA_FORMAT_UNKNOWN /properties/hue/format',
      'warning SCHEMA_CONTENT_NOT_CHECKED /properties/raw/contentEncoding',
      'warning SCHEMA_WORD_UNKNOWN /properties/odd/markdownDescription',
    ])
  })

  it('is what “contains” found, for a list that closes itself', () => {
    expect(issues({ ...draft2020, contains: { type: 'string' }, allOf: [{ unevaluatedItems: false }] })).toEqual([
      'warning SCHEMA_CONTAINS_KNOWN /allOf/0/unevaluatedItems',
    ])
    expect(issues({ ...draft2020, properties: { contains: {} }, unevaluatedItems: false })).toEqual([])
  })

  it('is an error in a module of our own, wherever it stands', () => {
    const document = { 'x-module': {}, properties: { a: { maximun: 3 }, b: { maximun: 3, format: 'emial' } } }
    expect(issues(document)).toEqual([
      'error SCHEMA_WORD_UNKNOWN /properties/a/maximun',
      'error SCHEMA_WORD_UNKNOWN /properties/b/maximun',
      'error SCHEMA_FORMAT_UNKNOWN /properties/b/format',
    ])
  })

  it('is refused where leaving it out would accept other values', () => {
    expect(issues({ patternProperties: { '^(?!a)': {} }, additionalProperties: false })).toEqual([
      'error SCHEMA_PATTERN_PROPERTY /patternProperties/^(?!a)',
    ])
  })

  it.each<readonly [string, Json, string]>([
    ['type', 'strnig', 'TYPE'],
    ['type', [], 'TYPE'],
    ['enum', [], 'CHOICES'],
    ['minLength', -1, 'COUNT'],
    ['minItems', 1.5, 'COUNT'],
    ['minimum', '3', 'NUMBER'],
    ['multipleOf', 0, 'POSITIVE'],
    ['uniqueItems', 'yes', 'FLAG'],
    ['pattern', 3, 'TEXT'],
    ['required', true, 'NAMES'],
    ['required', [1], 'NAMES'],
    ['dependentRequired', { a: 'b' }, 'NAMES'],
    ['properties', [], 'SCHEMA_MAP'],
    ['allOf', {}, 'SCHEMAS'],
    ['allOf', [], 'SCHEMAS'],
    ['not', [], 'SCHEMA'],
    ['items', 'x', 'SCHEMA'],
    ['$ref', 3, 'TEXT'],
  ])('is a word with a value it cannot have: %s %j', (word, value, expected) => {
    expect(issues({ ...draft2020, [word]: value })).toEqual([`error SCHEMA_EXPECTS_${expected} /${word}`])
    expect(converted({ ...draft2020, [word]: value })).toEqual({})
  })

  it('is a part that is no schema', () => {
    expect(issues({ properties: { a: 'text', b: null }, anyOf: [true, 3] })).toEqual([
      'error SCHEMA_EXPECTS_SCHEMA /properties/a',
      'error SCHEMA_EXPECTS_SCHEMA /properties/b',
      'error SCHEMA_EXPECTS_SCHEMA /anyOf/1',
    ])
  })
})

describe('hostile documents', () => {
  it('are told by pointer, and never walked without end', () => {
    expect(issues(JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":{},"7":{}}}'))).toEqual([
      'error SCHEMA_NAME_RESERVED /properties/__proto__',
      'error SCHEMA_NAME_INTEGER /properties/7',
      'error SCHEMA_NAME_RESERVED /properties/constructor',
    ])
    expect(issues({ properties: { '\ud800': { $ref: '#/properties/%ff' } } })).toContain(
      'error SCHEMA_NAME_MALFORMED /properties/\ud800',
    )
    expect(issues({ enum: [2 ** 53], maximum: 2 ** 64 })).toEqual([
      'error JSON_NUMBER_UNSAFE /enum/0',
      'warning JSON_NUMBER_UNSAFE /maximum',
    ])
    const deep = Array.from({ length: 5000 }).reduce<JsonObject>((inner) => ({ not: inner }), {})
    expect(issues(deep)).toEqual([expect.stringMatching(/^error JSON_TOO_DEEP (\/not){64}$/)])
    expect(issues({ enum: Array.from({ length: 600_000 }, () => null) })).toEqual(['error JSON_TOO_LARGE '])
  })

  it('do not reach the prototype of anything', () => {
    const { schema } = toCurrentDialect(
      JSON.parse('{"$defs":{"__proto__":{"polluted":true}},"properties":{"a":{"$ref":"#/$defs/__proto__"}}}'),
    )
    expect(Object.getPrototypeOf(schema['$defs'])).toBe(Object.prototype)
    expect({}).not.toHaveProperty('polluted')
  })
})
