import type { Definition } from '../document/definition.ts'
import type { Issue } from '../issue/issue.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Model } from '../model.ts'
import type { FieldPlace } from './field-places.ts'

/** Checks a value against a 2020-12 schema; supplied from outside, since the validator lives in the runtime. */
export type ValidateSchema = (schema: JsonObject, value: Json) => readonly Issue[]

export interface CheckContext {
  readonly definition: Definition
  readonly model: Model
  /** Every field of every module, those inside groups included. */
  readonly fields: readonly FieldPlace[]
  readonly validate: ValidateSchema
}

/** One family of checks; each gives every problem it finds, with file and pointer. */
export type CheckRule = (context: CheckContext) => readonly Issue[]
