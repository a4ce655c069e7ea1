// oxlint-disable no-restricted-imports -- only tests of this room read it
import addFormats from 'ajv-formats'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { pointerStep, problem } from '../issue/issue.ts'
import type { Json, JsonObject } from '../json.ts'
import type { ValidateSchema } from './check-rule.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
addFormats.default(ajv)

/** What the runtime supplies, as plainly as AJV gives it; it keeps what it compiled by the schema itself. */
export const validate: ValidateSchema = (schema, value) => {
  const check = ajv.compile(schema)
  return check(value) ? [] : (check.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(issueOf)
}

const issueOf = ({ keyword, instancePath, params }: ErrorObject) => {
  const part: unknown = params['missingProperty'] ?? params['additionalProperty']
  return problem(keyword, {
    pointer: instancePath + (typeof part === 'string' ? pointerStep(part) : ''),
    params: asJson(params),
  })
}

const asJson = (params: JsonObject | Record<string, unknown>): JsonObject => {
  const copy: Json = JSON.parse(JSON.stringify(params))
  return typeof copy === 'object' && copy !== null && !Array.isArray(copy) ? (copy as JsonObject) : {} // oxlint-disable-line no-unsafe-type-assertion -- told just before
}
