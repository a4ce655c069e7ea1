import type { Definition } from '../document/definition.ts'
import type { Issue } from '../issue/issue.ts'
import { resolve, type Resolution } from '../resolve/resolve.ts'
import type { PhysicalNames } from '../resolve/physical-names.ts'
import type { CheckRule, ValidateSchema } from './check-rule.ts'
import { conditions } from './conditions.ts'
import { documentShapes } from './document-shapes.ts'
import { moduleFields } from './module-fields.ts'
import { moduleRules } from './module-rules.ts'
import { optionLists } from './option-lists.ts'
import { screens } from './screens.ts'
import { uniqueIds } from './unique-ids.ts'

const rules: readonly CheckRule[] = [documentShapes, uniqueIds, moduleFields, optionLists, conditions, screens, moduleRules]

export interface CheckedDefinition extends Resolution {
  /** Every problem of every document at once; errors stop a publish, warnings do not. */
  readonly issues: readonly Issue[]
}

/** Resolves a definition and reports everything that is wrong with it. */
export const checkDefinition = (definition: Definition, known: PhysicalNames, validate: ValidateSchema): CheckedDefinition => {
  const resolution = resolve(definition, known)
  const context = { definition, model: resolution.model, validate }
  return { ...resolution, issues: [...resolution.issues, ...rules.flatMap((rule) => rule(context))] }
}
