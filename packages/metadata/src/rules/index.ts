import type { JsonObject } from '../json.ts'
import type { Rule } from '../model.ts'
import { lineTotals } from './line-totals.ts'
import type { RuleKind } from './rule-kind.ts'

/** Every kind of before-save rule. */
export const ruleKinds: ReadonlyMap<string, RuleKind> = new Map([lineTotals].map((kind) => [kind.kind, kind]))

/** A record (written form) after its module's rules, in order. The same code runs in the form and in the save. */
export const applyRules = (rules: readonly Rule[], record: JsonObject): JsonObject =>
  rules.reduce((so, rule) => ruleKinds.get(rule.kind)?.apply(so, rule.settings) ?? so, record)
