import type { Definition } from '../document/definition.ts'
import type { Issue } from '../issue/issue.ts'
import type { PhysicalNames } from '../resolve/physical-names.ts'
import { resolve, type Resolution } from '../resolve/resolve.ts'
import { application } from './application.ts'
import type { CheckRule, ValidateSchema } from './check-rule.ts'
import { conditions } from './conditions.ts'
import { defaultValues } from './default-values.ts'
import { documentShapes } from './document-shapes.ts'
import { fieldPlaces } from './field-places.ts'
import { fieldSettings } from './field-settings.ts'
import { indexes } from './indexes.ts'
import { layouts } from './layouts.ts'
import { links } from './links.ts'
import { moduleFields } from './module-fields.ts'
import { moduleRules } from './module-rules.ts'
import { navigation } from './navigation.ts'
import { nestedFields } from './nested-fields.ts'
import { optionLists } from './option-lists.ts'
import { ownWords } from './own-words.ts'
import { roles } from './roles.ts'
import { sharing } from './sharing.ts'
import { translations } from './translations.ts'
import { uniqueIds } from './unique-ids.ts'
import { views } from './views.ts'

const rules: readonly CheckRule[] = [
  documentShapes,
  application,
  uniqueIds,
  moduleFields,
  fieldSettings,
  ownWords,
  nestedFields,
  defaultValues,
  links,
  indexes,
  optionLists,
  conditions,
  moduleRules,
  layouts,
  views,
  navigation,
  roles,
  sharing,
  translations,
]

export interface CheckedDefinition extends Resolution {
  /** Every problem of every document at once; errors stop a publish, warnings do not. */
  readonly issues: readonly Issue[]
}

/** Resolves a definition and reports everything that is wrong with it. */
export const checkDefinition = (
  definition: Definition,
  known: PhysicalNames,
  validate: ValidateSchema,
): CheckedDefinition => {
  const resolution = resolve(definition, known)
  const { model } = resolution
  const context = { definition, model, fields: fieldPlaces(model), validate }
  return { ...resolution, issues: [...resolution.issues, ...rules.flatMap((rule) => rule(context))] }
}
