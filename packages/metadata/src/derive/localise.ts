import type { Model } from '../model.ts'

/** The label of a stable id in the reader's language, or the label as written. */
export type Localise = (id: string, written: string) => string

/** `es-MX` falls back to `es`, then to the text as written. */
export const localise = (model: Model, language: string): Localise => {
  const labels = model.translations.get(language) ?? model.translations.get(language.slice(0, 2))
  return labels === undefined ? (_id, written) => written : (id, written) => labels.get(id) ?? written
}
