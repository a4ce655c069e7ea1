import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isList, isObject, type Json, type JsonObject, sameJson } from '../json.ts'
import { canonicalText } from './canonical.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any JSON object is the point
const documents = fc.dictionary(
  fc.oneof(fc.string(), fc.constantFrom('properties', 'items', 'title', '$defs')),
  fc.jsonValue({ maxDepth: 4 }),
) as fc.Arbitrary<JsonObject>

const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject // oxlint-disable-line no-unsafe-type-assertion -- written just before

/** The keys of every object that is not the value of a `properties` word. */
const keysWithin = (value: Json, isOrdered = false): readonly (readonly string[])[] => {
  if (isList(value)) return value.flatMap((item) => keysWithin(item))
  if (!isObject(value)) return []
  const inside = Object.entries(value).flatMap(([key, child]) => keysWithin(child, key === 'properties' && !isOrdered))
  return isOrdered ? inside : [Object.keys(value), ...inside]
}

/** JavaScript puts names like array indexes first, whatever one does; fields cannot be called so. */
const isIndex = (key: string): boolean => /^(0|[1-9]\d*)$/.test(key)

describe('the canonical text of a document', () => {
  it('has two spaces, sorted keys, the order of properties, and one newline at the end', () => {
    expect(
      canonicalText({
        type: 'object',
        properties: { z: { type: 'string', title: 'Z' }, a: {} },
        'x-module': {},
        required: ['z', 'a'],
      }),
    ).toBe(
      `{
  "properties": {
    "z": {
      "title": "Z",
      "type": "string"
    },
    "a": {}
  },
  "required": [
    "z",
    "a"
  ],
  "type": "object",
  "x-module": {}
}
`,
    )
  })

  it('keeps the order of properties inside properties, and sorts a property called so', () => {
    const inner = { type: 'object', properties: { b: {}, a: {} } }
    const text = canonicalText({ properties: { z: inner, properties: { type: 'string', title: 'Properties' } } })
    expect(parsed(text)).toEqual({ properties: { z: inner, properties: { type: 'string', title: 'Properties' } } })
    expect(text.indexOf('"b"')).toBeLessThan(text.indexOf('"a"'))
    expect(text.indexOf('"z"')).toBeLessThan(text.lastIndexOf('"properties"'))
    expect(text.lastIndexOf('"title"')).toBeLessThan(text.lastIndexOf('"type"'))
  })

  it('means the same and is written the same again', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = canonicalText(document)
        expect(sameJson(parsed(text), parsed(JSON.stringify(document)))).toBe(true)
        expect(canonicalText(parsed(text))).toBe(text)
      }),
    )
  })

  it('is the same however the keys of the author stood', () => {
    const turned = (value: Json): Json => {
      if (isList(value)) return value.map(turned)
      if (!isObject(value)) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, child]) => [key, key === 'properties' ? child : turned(child)]),
      )
    }
    fc.assert(
      fc.property(documents, (document) => {
        const other = turned(document)
        expect(isObject(other) ? canonicalText(other) : '').toBe(canonicalText(document))
      }),
    )
  })

  it('has sorted keys everywhere but in properties', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const keys of keysWithin(parsed(canonicalText(document)))) {
          const names = keys.filter((key) => !isIndex(key))
          expect(names).toEqual(names.toSorted())
        }
      }),
    )
  })
})
