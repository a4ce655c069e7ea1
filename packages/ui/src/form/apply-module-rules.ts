import { applyRules, isObject, type JsonObject, type ModuleView } from '@telar/metadata'
import { mergeWritten } from './merge-written.ts'
import { filledValues } from './written-value.ts'

/** The values of a form after the module's own rules, as the save will compute them again. */
export const applyModuleRules = (module: ModuleView, values: JsonObject): JsonObject => {
  if (module.rules.length === 0) return values
  const computed = mergeWritten(values, applyRules(module.rules, filledValues(values)))
  return isObject(computed) ? { ...emptied(values), ...computed } : values
}

/** Fields that are empty in the form stay empty unless a rule fills them. */
const emptied = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value === null))
