import { isObject, type JsonObject, languages, readJson } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { Caller } from '../operations/caller.ts'
import { loadTexts } from '../snapshot/load-snapshot.ts'
import { requireCapability } from './require-capability.ts'

/** A role as it is written, for those who change roles; with it the labels of the caller's language, if it has any. */
export const readRole = async (caller: Caller, name: string) => {
  requireCapability(caller.access, 'manageRoles')
  const { snapshot, language } = caller
  const path = `roles/${name}.json`
  const texts = await loadTexts(caller.database, snapshot.workspace, snapshot.version)
  const document = documentIn(texts.get(path))
  if (document === undefined) throw new TelarError('NOT_FOUND')
  const labels = `translations/${languages.find((one) => one === language) ?? ''}.json`
  const translation = documentIn(texts.get(labels))
  return {
    version: snapshot.version,
    path,
    document,
    translation: translation === undefined ? null : { path: labels, document: translation },
  }
}

const documentIn = (text: string | undefined): JsonObject | undefined => {
  if (text === undefined) return undefined
  const { value } = readJson(text)
  return isObject(value) ? value : undefined
}
