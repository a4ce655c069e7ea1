import {
  isObject,
  messageOf,
  propertySchemas,
  readJson,
  toCurrentDialect,
  type Json,
  type JsonObject,
} from '@telar/metadata'
import { createValidator } from '@telar/runtime'
import { describe, expect, it } from 'vitest'
import { publicSchemas, refusedSchemas, refusedText } from './public-schemas.ts'

const documentOf = (text: string): JsonObject => {
  const { value, issues } = readJson(text)
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
  return isObject(value) ? value : {}
}

describe.each(publicSchemas.map((schema) => [schema.name, schema] as const))(
  'the public schema of %s',
  (_name, published) => {
    const converted = () => toCurrentDialect(documentOf(published.text()))

    it('is taken as it is; what is lost is told by pointer', () => {
      const { schema, issues } = converted()
      const { properties, issues: ofProperties } = propertySchemas(schema)
      expect(issues.map(({ code }) => code)).toEqual(published.issues)
      expect([...issues, ...ofProperties].filter((issue) => issue.severity === 'error')).toEqual([])
      expect([...properties.keys()]).toContain(published.label.replace(/_$/, ''))
    })

    it('accepts the records of its author, and refuses what they are not', () => {
      const check = createValidator().compile(published.name, converted().schema)
      const samples = Object.entries(published.samples())
      expect(samples.length).toBeGreaterThan(0)
      expect(samples.flatMap(([origin, record]) => check(record).map((issue) => [origin, issue]))).toEqual([])
      for (const [, record] of samples) expect(check(broken(record))).not.toEqual([])
    })

    it('means the same when its root is put together from its properties', () => {
      const { schema } = converted()
      const { properties, rest } = propertySchemas(schema)
      const check = createValidator().compile(published.name, { ...rest, properties: Object.fromEntries(properties) })
      for (const record of Object.values(published.samples())) {
        expect(check(record)).toEqual([])
        expect(check(broken(record))).not.toEqual([])
      }
    })
  },
)

/** The same record with every value replaced by something that no author means. */
const broken = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(broken)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, broken(part)]))
    : { broken: [value] }
}

describe('a public schema that cannot be taken', () => {
  it.each(refusedSchemas)('says why: $package/$path', (refused) => {
    const errors = toCurrentDialect(documentOf(refusedText(refused))).issues.filter(
      (issue) => issue.severity === 'error',
    )
    expect(errors.map(({ code }) => code)).toContain(refused.code)
    for (const language of ['en', 'es'] as const)
      expect(errors.map((issue) => messageOf(issue, language)).join()).not.toContain(refused.code)
  })
})
