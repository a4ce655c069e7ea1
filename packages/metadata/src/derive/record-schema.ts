import type { PropertySchemas } from '../dialect/property-schemas.ts'
import type { JsonObject } from '../json.ts'
import type { Field } from '../model.ts'

/** Root words that `recordSchema` makes itself. */
const rewritten = new Set(['$schema', '$id', 'properties', 'title', 'description', 'examples', 'default'])

/**
 * The module as a 2020-12 schema of what is written on the wire, in the property names of its author. Telar's own
 * modules are closed; a foreign schema keeps its own words on what else is allowed. Conditional words stay as written.
 */
export const recordSchema = (
  { rest, required }: PropertySchemas,
  fields: readonly Field[],
  foreign: boolean,
): JsonObject => ({
  type: 'object',
  ...Object.fromEntries(Object.entries(rest).filter(([key]) => !rewritten.has(key) && !key.startsWith('x-'))),
  properties: Object.fromEntries(fields.map((field) => [field.property, field.type.valueSchema(field)])),
  ...(required.size === 0 ? {} : { required: [...required] }),
  ...(foreign ? {} : { additionalProperties: false }),
})
