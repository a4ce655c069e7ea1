import { pointerStep } from '../../issue/issue.ts'
import type { Json, JsonObject } from '../../json.ts'
import { fill, type Language } from '../../language.ts'
import { type OpenApiText, openApiTexts } from './openapi-texts.ts'

/** Says a text of the description in the reader's language. */
export type Say = (text: OpenApiText, params?: Readonly<Record<string, Json>>) => string

export const sayIn =
  (language: Language): Say =>
  (text, params = {}) =>
    fill(openApiTexts[text][language], params)

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas${pointerStep(name)}` })

/** What one operation is described by; everything else is the same for all. */
export interface OperationSpec {
  readonly id: string
  readonly tag: string
  readonly summary: string
  readonly parameters?: readonly JsonObject[]
  /** Schema of a JSON body. */
  readonly body?: JsonObject
  /** Status and schema of the answer; null for one without content. */
  readonly answer: readonly [status: number, schema: JsonObject | null]
}

export const operation = (say: Say, spec: OperationSpec): JsonObject => {
  const [status, schema] = spec.answer
  const content = schema === null ? {} : { content: { 'application/json': { schema } } }
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.parameters === undefined ? {} : { parameters: [...spec.parameters] }),
    ...(spec.body === undefined ? {} : { requestBody: jsonBody(spec.body) }),
    responses: {
      [String(status)]: { description: say(schema === null ? 'done' : 'answer'), ...content },
      default: problemAnswer,
    },
  }
}

const jsonBody = (schema: JsonObject): JsonObject => ({ required: true, content: { 'application/json': { schema } } })

export const problemAnswer: JsonObject = { $ref: '#/components/responses/Problem' }

export const inPath = (name: string, schema: JsonObject): JsonObject => ({ name, in: 'path', required: true, schema })

export const inQuery = (name: string, description: string, schema: JsonObject): JsonObject => ({
  name,
  in: 'query',
  description,
  schema,
})

export const inHeader = (name: string, description: string, required: boolean): JsonObject => ({
  name,
  in: 'header',
  description,
  required,
  schema: { type: 'string' },
})

export const uuid: JsonObject = { type: 'string', format: 'uuid' }

export const listOfSchema = (items: JsonObject): JsonObject => ({ type: 'array', items })

/** An object with these members, all of them present. */
export const objectWith = (properties: JsonObject): JsonObject => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})
