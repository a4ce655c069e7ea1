import path from 'node:path'
import { isObject, type JsonObject, listAt, numberAt, objectAt, stringAt } from '@telar/metadata'
import { type Door, refusedParts } from '../connection/door.ts'
import type { RefusedPart } from '../connection/refusal.ts'
import type { Folder } from './read-folder.ts'

/** What publishing a folder would do, as the server planned it. */
export interface FolderPlan {
  /** The published version it was planned on. */
  readonly version: number
  readonly documents: readonly { readonly path: string; readonly change: string }[]
  readonly changes: readonly { readonly kind: string; readonly path: string; readonly summary: string }[]
  readonly schema: readonly { readonly kind: string; readonly sql: string }[]
  readonly blocked: readonly RefusedPart[]
  readonly warnings: readonly RefusedPart[]
}

export interface PlannedFolder {
  readonly plan: FolderPlan
  /** Publishes exactly what was planned; refused if another version was published meanwhile. */
  readonly publish: (message: string) => Promise<number>
  /** Gives the draft up. */
  readonly discard: () => Promise<void>
}

/** Lays a folder over what is published, in a change set: what the folder lacks goes. */
export const planFolder = async (door: Door, folder: Folder, title?: string): Promise<PlannedFolder> => {
  const draft = await door.call('POST', '/changesets', { title: title ?? path.basename(folder.path) })
  const at = `/changesets/${stringAt(draft, 'id') ?? ''}`
  const discard = async (): Promise<void> => void (await door.call('DELETE', at))
  try {
    const { documents } = await publishedDocuments(door, numberAt(draft, 'base') ?? 0)
    await door.call('PUT', `${at}/documents`, { documents: differences(folder.texts, documents) })
    const plan = planIn(await door.call('GET', `${at}/plan`))
    const publish = async (message: string): Promise<number> => {
      try {
        return numberAt(await door.call('POST', `${at}/publish`, { message, onVersion: plan.version }), 'version') ?? 0
      } catch (error) {
        await discard().catch(() => undefined)
        throw error
      }
    }
    return { plan, publish, discard }
  } catch (error) {
    await discard().catch(() => undefined)
    throw error
  }
}

/** The documents of a published version as written; the newest without a number. */
export const publishedDocuments = async (
  door: Door,
  wanted?: number,
): Promise<{ readonly version: number; readonly documents: ReadonlyMap<string, string> }> => {
  const version = wanted ?? (await publishedVersion(door))
  const answer = await door.call('GET', `/versions/${version}/documents`)
  const documents = Object.entries(objectAt(answer, 'documents') ?? {}).flatMap(([file, text]) =>
    typeof text === 'string' ? [[file, text] as const] : [],
  )
  return { version, documents: new Map(documents) }
}

const publishedVersion = async (door: Door): Promise<number> => {
  const [newest] = listAt(await door.call('GET', '/versions'), 'versions') ?? []
  return isObject(newest) ? (numberAt(newest, 'n') ?? 0) : 0
}

/** What has to be put or taken away (null). Ids beside a foreign schema go with their module. */
const differences = (wanted: ReadonlyMap<string, string>, published: ReadonlyMap<string, string>): JsonObject => {
  const put = [...wanted].filter(([file, text]) => published.get(file) !== text)
  const gone = [...published.keys()].filter((file) => !wanted.has(file) && !file.startsWith('ids/'))
  return Object.fromEntries([...put, ...gone.map((file) => [file, null] as const)])
}

const planIn = (answer: JsonObject): FolderPlan => {
  const items = (key: string): readonly JsonObject[] => (listAt(answer, key) ?? []).filter(isObject)
  const text = (item: JsonObject, key: string): string => stringAt(item, key) ?? ''
  return {
    version: numberAt(answer, 'version') ?? 0,
    documents: items('documents').map((item) => ({ path: text(item, 'path'), change: text(item, 'change') })),
    changes: items('changes').map((item) => ({
      kind: text(item, 'kind'),
      path: text(item, 'path'),
      summary: text(item, 'summary'),
    })),
    schema: items('schema').map((item) => ({
      kind: text(item, 'kind'),
      sql: text(item, 'sql').replaceAll(/\s+/g, ' ').trim(),
    })),
    blocked: refusedParts(answer, 'blocked'),
    warnings: [...refusedParts(answer, 'impact'), ...refusedParts(answer, 'warnings')],
  }
}
