import type { Issue } from '../issue/issue.ts'
import type { JsonObject } from '../json.ts'
import type { Text } from '../language.ts'
import type { Module } from '../model.ts'

/** A kind of before-save rule: pure, bounded, and the same in the browser's form as in the server. */
export interface RuleKind {
  readonly kind: string
  readonly title: Text
  /** JSON Schema of the rule's settings. */
  readonly settings: JsonObject
  /** What the settings name that the module does not have; pointers are inside the settings. */
  readonly check: (settings: JsonObject, module: Module) => readonly Issue[]
  /** The record (in written form) with what the rule computes. Must be idempotent. */
  readonly apply: (record: JsonObject, settings: JsonObject) => JsonObject
}
