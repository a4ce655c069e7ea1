import { documentsOf } from '../document/definition.ts'
import { rulesDocument } from '../document/rules-document.ts'
import { type Issue, pointerTo, problem } from '../issue/issue.ts'
import { stringAt } from '../json.ts'
import { ruleKinds } from '../rules/index.ts'
import type { CheckContext, CheckRule } from './check-rule.ts'
import { documentIssue } from './document-issue.ts'
import { unknownModule } from './unknown-module.ts'

/** Before-save rules are of known kinds and name modules and fields that exist. */
export const moduleRules: CheckRule = (context) => [...ofUnknownModules(context), ...ofModules(context)]

const ofUnknownModules = ({ definition, model }: CheckContext): readonly Issue[] =>
  documentsOf(definition, rulesDocument).flatMap(({ path, document }) => {
    const module = stringAt(document, 'module')
    return module === undefined || model.modules.has(module)
      ? []
      : [unknownModule(model, module, { file: path, pointer: '/module' })]
  })

const ofModules = ({ model, validate }: CheckContext): readonly Issue[] =>
  [...model.modules.values()].flatMap((module) =>
    module.rules.flatMap((rule, index) => {
      const at = pointerTo('rules', index)
      const file = `rules/${module.name}.json`
      const kind = ruleKinds.get(rule.kind)
      if (kind === undefined)
        return [
          problem('RULE_UNKNOWN', {
            file,
            pointer: `${at}/kind`,
            params: { kind: rule.kind, known: [...ruleKinds.keys()] },
          }),
        ]
      const shape = validate(kind.settings, rule.settings).map(documentIssue)
      return (shape.length > 0 ? shape : kind.check(rule.settings, module)).map((issue) => ({
        ...issue,
        file,
        pointer: `${at}${issue.pointer}`,
      }))
    }),
  )
