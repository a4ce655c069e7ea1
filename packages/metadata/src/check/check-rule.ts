import type { Definition } from '../document/definition.ts'
import type { Issue } from '../issue/issue.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Model } from '../model.ts'

/** Checks a value against a 2020-12 schema; supplied from outside, since the validator lives in the runtime. */
export type ValidateSchema = (schema: JsonObject, value: Json) => readonly Issue[]

export interface CheckContext {
  readonly definition: Definition
  readonly model: Model
  readonly validate: ValidateSchema
}

/** One family of checks; each gives every problem it finds, with file and pointer. */
export type CheckRule = (context: CheckContext) => readonly Issue[]
