import { isList, isObject, type Json, type JsonObject, problem, storableProblems } from '@telar/metadata'
import type { Context } from 'hono'
import { TelarError } from '../errors.ts'
import { documentValidator } from '../validation/validator.ts'
import { readObject } from './read-body.ts'

/** The request's JSON object, refused with every problem of its shape. */
export const checkedBody = async (context: Context, schema: JsonObject): Promise<JsonObject> => {
  const body = await readObject(context)
  const unstorable = storableProblems(body).map((found) => problem(found.code, found))
  const issues = [...documentValidator(schema, body), ...unstorable]
  if (issues.length > 0) throw new TelarError('INVALID', { issues })
  return body
}

const uuid = { type: 'string', format: 'uuid' } as const

/** The forms that bodies of administration are made of. */
export const bodyParts = {
  uuid,
  uuids: { type: 'array', items: uuid, uniqueItems: true, maxItems: 10_000 },
  attributes: {
    type: 'object',
    additionalProperties: { type: ['string', 'null'], maxLength: 500 },
    maxProperties: 100,
  },
  names: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, uniqueItems: true, maxItems: 500 },
} as const

export const bodySchema = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
})

/** Texts of a list whose form was checked. */
export const textsIn = (value: Json | undefined): readonly string[] | undefined =>
  value !== undefined && isList(value) ? value.flatMap((one) => (typeof one === 'string' ? [one] : [])) : undefined

export const attributesIn = (value: Json | undefined): Readonly<Record<string, string | null>> | undefined =>
  value !== undefined && isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, text]) =>
          typeof text === 'string' || text === null ? [[name, text]] : [],
        ),
      )
    : undefined
