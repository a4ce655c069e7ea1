import type { JsonFormsCore } from '@jsonforms/core'
import { fits } from './schema-validator.ts'

/** The part of AJV that JSON Forms asks for: conditions of layout rules. Values themselves are checked elsewhere. */
const facade = {
  compile: (schema: object) => Object.assign((value: unknown) => fits(schema, value), { errors: null }),
  validate: fits,
  errors: null,
}

// oxlint-disable-next-line no-unsafe-type-assertion -- AJV's class has many members that JSON Forms never touches
export const ruleValidator = facade as unknown as NonNullable<JsonFormsCore['ajv']>
