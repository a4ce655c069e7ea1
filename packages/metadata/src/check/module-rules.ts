import { pointerTo, problem } from '../issue/issue.ts'
import { ruleKinds } from '../rules/index.ts'
import type { CheckRule } from './check-rule.ts'

/** Before-save rules are of known kinds and name existing fields. */
export const moduleRules: CheckRule = ({ model, validate }) =>
  [...model.modules.values()].flatMap((module) =>
    module.rules.flatMap((rule, index) => {
      const at = pointerTo('rules', index)
      const file = `rules/${module.name}.json`
      const kind = ruleKinds.get(rule.kind)
      if (kind === undefined) return [problem('RULE_UNKNOWN', { file, pointer: `${at}/kind`, params: { kind: rule.kind, known: [...ruleKinds.keys()] } })]
      const shape = validate(kind.settings, rule.settings)
      return (shape.length > 0 ? shape : kind.check(rule.settings, module)).map((issue) => ({ ...issue, file, pointer: `${at}${issue.pointer}` }))
    }),
  )
