import { type Issue, problem } from '../issue/issue.ts'
import type { Model } from '../model.ts'

/** A document names a module that there is not. */
export const unknownModule = (
  model: Model,
  module: string,
  at: { readonly file: string; readonly pointer: string },
): Issue => problem('MODULE_UNKNOWN_REFERENCE', { ...at, params: { module, known: [...model.modules.keys()] } })
