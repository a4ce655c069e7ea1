import { isObject, type JsonObject } from '../json.ts'
import { resolveField } from '../resolve/field.ts'
import type { Field } from './field-type.ts'

/** A field as `resolve` makes it of a property schema, in a workspace that counts in euros; for tests and previews. */
export const exampleField = (schema: JsonObject, { origin = 'telar', required = false }: ExampleOptions = {}): Field =>
  resolveField(
    schema,
    { path: ['example'], property: 'field', name: 'field', id: undefined, required },
    {
      app: {
        id: 'ap_exampleaaa',
        name: 'example',
        version: '1.0.0',
        title: 'Example',
        languages: ['en', 'es'],
        baseCurrency: 'EUR',
        rates: { USD: '0.92', JPY: '0.0061', GBP: '1.17' },
        timeZone: 'Europe/Madrid',
        userAttributes: new Map(),
      },
      optionLists: new Map(),
      nameOf: (name) => name,
      dereference: (part) => (isObject(part) ? part : {}),
      origin,
    },
  )

interface ExampleOptions {
  readonly origin?: Field['origin']
  readonly required?: boolean
}
