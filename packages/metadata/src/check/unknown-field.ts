import { nearestNames } from '../filter/nearest-names.ts'
import { type Issue, problem } from '../issue/issue.ts'
import type { Module } from '../model.ts'

interface At {
  readonly file: string
  readonly pointer: string
}

/** A document names a field that the module does not have. */
export const unknownField = (module: Module, field: string, at: At): Issue => {
  const known = [...module.fields.keys(), ...module.inverses.keys(), ...module.systemFields.keys()]
  return problem('FIELD_UNKNOWN', { ...at, params: { module: module.name, field, known: nearestNames(field, known) } })
}
