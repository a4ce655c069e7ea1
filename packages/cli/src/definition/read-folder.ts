import { stat } from 'node:fs/promises'
import path from 'node:path'
import {
  type Definition,
  documentKinds,
  isObject,
  type Issue,
  type JsonObject,
  problem,
  readJson,
  warning,
} from '@telar/metadata'
import { readDefinitionFolder } from '@telar/runtime'
import type { CommandCall } from '../command.ts'
import { say } from '../texts.ts'
import { WrongCall } from '../wrong-call.ts'

/** A definition as it lies on disk. */
export interface Folder {
  /** As the person wrote it, for messages. */
  readonly name: string
  readonly path: string
  readonly texts: ReadonlyMap<string, string>
  /** The documents that could be read. */
  readonly definition: Definition
  /** What is wrong with files as such: no JSON, no document's path. */
  readonly issues: readonly Issue[]
}

/** The first word of a call as a path, from where the person stands. */
export const folderIn = ({ words, cwd }: Pick<CommandCall, 'words' | 'cwd'>): string =>
  path.resolve(cwd, words[0] ?? '.')

/** Reads the folder that a command was given; one without any document is taken for a slip. */
export const readFolder = async (call: Pick<CommandCall, 'words' | 'cwd' | 'language'>): Promise<Folder> => {
  const folder = folderIn(call)
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory() !== true) throw new WrongCall(say(call.language, 'folderMissing', { folder }))
  const { texts, strangers } = await readDefinitionFolder(folder)
  if (texts.size === 0) throw new WrongCall(say(call.language, 'folderEmpty', { folder }))
  const read = [...texts].map(([file, text]) => readDocument(file, text))
  const examples = documentKinds.map((kind) => kind.example)
  return {
    name: call.words[0] ?? '.',
    path: folder,
    texts,
    definition: new Map(
      read.flatMap(({ file, document }) => (document === undefined ? [] : [[file, document] as const])),
    ),
    issues: [
      ...read.flatMap(({ issues }) => issues),
      ...strangers.map((file) => warning('PATH_UNKNOWN', { file, params: { path: file, examples } })),
    ],
  }
}

interface ReadDocument {
  readonly file: string
  readonly document: JsonObject | undefined
  readonly issues: readonly Issue[]
}

const readDocument = (file: string, text: string): ReadDocument => {
  const { value, issues } = readJson(text)
  const told = issues.map((issue) => ({ ...issue, file }))
  if (isObject(value)) return { file, document: value, issues: told }
  return { file, document: undefined, issues: told.length > 0 ? told : [problem('DOCUMENT_OBJECT', { file })] }
}
