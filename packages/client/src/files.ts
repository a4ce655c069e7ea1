import type { Json } from '@telar/metadata'
import { listOf, numberOf, objectOf, textOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

/** A file of a record. */
export interface FileData {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly createdAt: string
  readonly createdBy: string | null
}

export interface Files {
  /** Sends a file; nobody else sees it until it is given to a record. */
  readonly upload: (file: File, options?: { readonly signal?: AbortSignal }) => Promise<FileData>
  readonly list: (module: string, record: string) => Promise<readonly FileData[]>
  readonly attach: (module: string, record: string, file: string) => Promise<FileData>
  readonly detach: (module: string, record: string, file: string) => Promise<void>
  /** Where a file can be opened, or with `download` saved. */
  readonly address: (file: string, options?: { readonly download?: boolean }) => string
}

export const createFiles = (send: Send, root: string, baseUrl: string): Files => {
  const of = (module: string, record: string) =>
    `${root}/records/${encodeURIComponent(module)}/${encodeURIComponent(record)}/files`
  return {
    upload: async (file, { signal } = {}) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return fileOf(await send({ method: 'POST', path: `${root}/files`, form, signal }))
    },
    list: async (module, record) => listOf(objectOf(await send({ path: of(module, record) }))['files']).map(fileOf),
    attach: async (module, record, file) =>
      fileOf(await send({ method: 'POST', path: of(module, record), body: { file } })),
    detach: async (module, record, file) => {
      await send({ method: 'DELETE', path: `${of(module, record)}/${encodeURIComponent(file)}` })
    },
    address: (file, { download = false } = {}) =>
      `${baseUrl}${root}/files/${encodeURIComponent(file)}${download ? '?download' : ''}`,
  }
}

const fileOf = (value: unknown): FileData => {
  const file: Readonly<Record<string, Json>> = objectOf(value)
  return {
    id: textOf(file['id']),
    name: textOf(file['name']),
    type: textOf(file['type']),
    size: numberOf(file['size']),
    createdAt: textOf(file['createdAt']),
    createdBy: textOrNull(file['createdBy']),
  }
}
