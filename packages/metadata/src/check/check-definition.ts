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

/** What follows the shapes of the documents. */
const rules: readonly CheckRule[] = [
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
  const steps = checkSteps(definition, known, validate)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Documents whose shapes are looked at in one step. */
const documentsAtOnce = 8

/** The same in steps, for a server that has others to serve in between. */
export function* checkSteps(
  definition: Definition,
  known: PhysicalNames,
  validate: ValidateSchema,
): Generator<void, CheckedDefinition> {
  const resolution = resolve(definition, known)
  const { model } = resolution
  yield
  const context = { definition, model, fields: fieldPlaces(model), validate }
  const issues: Issue[] = [...resolution.issues]
  const documents = [...definition]
  for (let at = 0; at < documents.length; at += documentsAtOnce) {
    issues.push(...documentShapes({ ...context, definition: new Map(documents.slice(at, at + documentsAtOnce)) }))
    yield
  }
  for (const rule of rules) {
    issues.push(...rule(context))
    yield
  }
  return { ...resolution, issues }
}
