import addFormats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectAt, stringAt, type Json, type JsonObject } from '../json.ts'
import { languages } from '../language.ts'
import { operators } from '../operators/index.ts'
import { fits, primitiveOf } from './cell.ts'
import { exampleField } from './example-field.ts'
import type { BadExample, Field, FieldExample, FieldType, LabelOf, TextContext } from './field-type.ts'
import { fieldTypes, recogniseFieldType } from './index.ts'
import { textContext } from './text-context.ts'
import { valueTexts } from './value-texts.ts'
import { viewNames, widgetNames } from './widget-names.ts'

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)

const types = [...fieldTypes.values()]

const labels: LabelOf = (field, id) =>
  field.type.examples
    .flatMap(({ reads }) => (reads instanceof Object && 'id' in reads && reads.id === id ? [reads] : []))
    .flatMap((reads) => ('label' in reads && typeof reads.label === 'string' ? [reads.label] : []))[0] ?? null

/** A reader who finds the record of each example by its label. */
const reader = (language: string): TextContext => ({
  ...textContext(language, 'UTC'),
  idsOf: (field, label) => [...new Set(field.type.examples.flatMap(({ reads }) => idOf(reads, label)))],
})

const idOf = (reads: Json | undefined, label: string): readonly string[] =>
  reads instanceof Object && 'label' in reads && reads.label === label && typeof reads.id === 'string' ? [reads.id] : []

const partsOf = (type: FieldType): readonly string[] => {
  if (type.storage.type === 'columns') return Object.keys(type.storage.parts)
  return type.storage.type === 'links' ? [] : ['value']
}

/** What a reader gets of a normalised value; links to many are read from their own table. */
const readOf = (field: Field, normal: Json): Json =>
  field.storage.type === 'links' ? normal : field.type.read(field.type.store(normal, field), field, labels)

const validators = new WeakMap<Field, ValidateFunction>()

/** Codes of everything wrong with a value, as a write finds it: normalise, the schema, then the type's own check. */
const problemsOf = (value: Json, field: Field): readonly string[] => {
  const normal = field.type.normalise(value, field)
  const validate = validators.get(field) ?? ajv.compile(field.type.valueSchema(field))
  validators.set(field, validate)
  if (!validate(normal)) return (validate.errors ?? []).map(({ keyword }) => keyword)
  return field.type.check(normal, field).map(({ code }) => code)
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is no JSON at all is the point
const nonsense = fc.oneof(fc.anything(), fc.jsonValue(), fc.string({ unit: 'binary' })) as fc.Arbitrary<Json>

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same set of values under another name
const anyJson = fc.jsonValue() as fc.Arbitrary<Json>

const schemasOf = (type: FieldType): readonly JsonObject[] =>
  [...type.examples, ...type.badExamples].map(({ schema }) => schema)

describe.each(types.map((type) => [type.kind, type] as const))('field type %s', (kind, type) => {
  const examples = type.examples.map((example): [string, FieldExample] => [JSON.stringify(example.value), example])
  const badExamples = type.badExamples.map((example): [string, BadExample] => [JSON.stringify(example.value), example])

  it('says what it is in every language', () => {
    expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(type.icon).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const language of languages) {
      expect(type.title[language]).toMatch(/^\p{Lu}/u)
      expect(type.description[language]).toMatch(/^\p{Lu}.{10,}\.$/u)
    }
    expect(type.description.en).not.toBe(type.description.es)
    expect(widgetNames).toContain(type.widget)
    expect(viewNames).toContain(type.view)
    expect(type.examples.length).toBeGreaterThanOrEqual(2)
    expect(type.badExamples.length).toBeGreaterThanOrEqual(2)
  })

  it('has settings that are a schema with titles in every language, and examples that obey it', () => {
    const validate = ajv.compile(type.settings)
    for (const property of Object.values(objectAt(type.settings, 'properties') ?? {})) {
      expect(property).toMatchObject({
        title: expect.any(String),
        'x-titles': { en: expect.any(String), es: expect.any(String) },
      })
    }
    for (const schema of schemasOf(type))
      expect([schema, validate(schema), validate.errors]).toEqual([schema, true, null])
  })

  it('offers operators, order and measures that exist', () => {
    for (const [part, names] of Object.entries(type.operators)) {
      expect(partsOf(type)).toContain(part)
      for (const name of names) expect([...operators.keys()]).toContain(name)
      expect(new Set(names).size).toBe(names.length)
    }
    for (const schema of schemasOf(type)) {
      const key = type.sort(exampleField(schema))
      expect(partsOf(type)).toEqual(expect.arrayContaining(key?.by === 'parts' ? [...key.parts] : []))
    }
    expect(type.measures.length === 0 || partsOf(type).includes(type.measuredPart)).toBe(true)
  })

  it('is what its examples are read as', () => {
    for (const schema of schemasOf(type)) {
      expect(fieldTypes.get(stringAt(schema, 'x-field') ?? '') ?? recogniseFieldType(schema)).toBe(type)
    }
  })

  it.each(examples)('accepts %s and changes it no second time', (_text, { schema, value }) => {
    const field = exampleField(schema)
    const normal = type.normalise(value, field)
    expect(problemsOf(value, field)).toEqual([])
    expect(type.normalise(normal, field)).toEqual(normal)
  })

  it.each(examples)('stores %s in its own columns and reads it back', (_text, { schema, value, reads = value }) => {
    const field = exampleField(schema)
    const normal = type.normalise(value, field)
    const cells = type.store(normal, field)
    expect(Object.keys(cells)).toEqual(partsOf(type))
    for (const [part, cell] of Object.entries(cells)) {
      expect([part, cell, cell === null || fits[primitiveOf(field, part) ?? 'json'](cell)]).toEqual([part, cell, true])
    }
    const read = readOf(field, normal)
    expect(read).toEqual(reads)
    expect(type.normalise(read, field)).toEqual(normal)
    expect(problemsOf(read, field)).toEqual([])
  })

  it.each(examples)(
    'writes %s as a text and reads the text back, in every language',
    (_text, { schema, value, reads = value, text }) => {
      const field = exampleField(schema)
      expect(type.toText(reads, field, reader('en'))).toBe(text)
      for (const language of languages) {
        const written = type.toText(reads, field, reader(language))
        const reading = type.fromText(written, field, reader(language))
        expect(reading).toMatchObject({ ok: true })
        const read = reading.ok ? type.normalise(reading.value, field) : undefined
        expect(read).toEqual(withoutAttributes(type.normalise(value, field)))
        expect(type.toLabel(reads, field, reader(language))).not.toBe('')
        expect(typeof type.searchText(reads, field)).toBe('string')
      }
      expect(type.toText(null, field, reader('en'))).toBe('')
      expect(type.toLabel(null, field, reader('en'))).toBe('')
    },
  )

  it.each(examples)('finds %s by a filter that asks for the same value', (_text, { schema, value }) => {
    const field = exampleField(schema)
    const cells = type.store(type.normalise(value, field), field)
    const [part] = Object.keys(type.operators)
    const offered = part !== undefined && type.operators[part]?.some((name) => name === 'equals' || name === 'hasAny')
    expect(offered === true ? type.operand(value, part, field) : null).toEqual(offered === true ? cells[part] : null)
  })

  it.each(badExamples)('refuses %s', (_text, { schema, value, code }) => {
    expect(problemsOf(value, exampleField(schema))[0]).toBe(code)
  })

  it('survives nonsense in every aspect and says in words what is wrong', () => {
    const fields = schemasOf(type).flatMap((schema) => [
      exampleField(schema),
      exampleField(schema, { origin: 'foreign' }),
    ])
    fc.assert(
      fc.property(nonsense, fc.constantFrom(...fields), (value, field) => {
        const normal = type.normalise(value, field)
        expect(type.normalise(normal, field)).toEqual(normal)
        for (const { code, pointer } of type.check(normal, field)) {
          expect(valueTexts).toHaveProperty([code])
          expect(pointer).toMatch(/^(\/.*)?$/s)
        }
        type.references(normal, field)
        const cells = type.store(normal, field)
        const read = type.read(cells, field, () => null)
        expect(typeof type.toText(read, field, reader('es'))).toBe('string')
        expect(typeof type.toLabel(read, field, reader('en'))).toBe('string')
        for (const part of Object.keys(type.operators)) type.operand(value, part, field)
      }),
      { numRuns: 300 },
    )
  })

  it('stores whatever it accepts, and reads it back the same', () => {
    const fields = schemasOf(type).map((schema) => exampleField(schema))
    const values = fc.oneof(
      { arbitrary: fc.constantFrom(...type.examples.map(({ value }) => value)), weight: 2 },
      { arbitrary: fc.oneof(anyJson, fc.string(), fc.integer(), fc.double()), weight: 1 },
    )
    fc.assert(
      fc.property(values, fc.constantFrom(...fields), (value, field) => {
        const normal = type.normalise(value, field)
        fc.pre(normal !== null && problemsOf(value, field).length === 0)
        const cells = type.store(normal, field)
        expect(Object.keys(cells)).toEqual(partsOf(type))
        for (const [part, cell] of Object.entries(cells))
          expect(cell === null || fits[primitiveOf(field, part) ?? 'json'](cell)).toBe(true)
        expect(type.normalise(readOf(field, normal), field)).toEqual(normal)
      }),
      { numRuns: 100, maxSkipsPerRun: 1000 },
    )
  })

  it('reads any text as a value or says why not', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[0-9.,/: €%+-]{0,20}$/),
      fc.constantFrom(...type.examples.map(({ text }) => text)),
    )
    const fields = schemasOf(type).map((schema) => exampleField(schema))
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...fields),
        fc.constantFrom('en', 'es', 'es-MX', 'en-GB'),
        (text, field, language) => {
          const reading = type.fromText(text, field, reader(language))
          const problem = reading.ok ? undefined : reading.problem.code
          expect(problem === undefined || problem in valueTexts).toBe(true)
          if (reading.ok) type.check(type.normalise(reading.value, field), field)
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Attributes of a link have no place in a text. */
const withoutAttributes = (value: Json): Json =>
  Array.isArray(value) ? value.map((item: Json) => (isLink(item) ? { id: item.id } : item)) : value

const isLink = (item: Json): item is { readonly id: Json; readonly attributes: Json } =>
  item instanceof Object && 'attributes' in item

describe('the texts of values', () => {
  it('are whole in every language', () => {
    for (const text of Object.values(valueTexts)) for (const language of languages) expect(text[language]).not.toBe('')
  })

  it('use the same parameters in every language', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).toSorted()
    for (const { en, es } of Object.values(valueTexts)) expect(new Set(places(es))).toEqual(new Set(places(en)))
  })
})
