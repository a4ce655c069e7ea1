/** Where the content of a file is: the workspace's schema and the file's id. */
export interface FilePlace {
  readonly schema: string
  readonly id: string
}

/** Bytes `from` up to, not including, `to`. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** Keeps the contents of files; what a file is and whose it is stands in the workspace's tables. */
export interface FileStore {
  /** Takes content as it comes; a rejected write leaves nothing that `remove` does not take away. */
  readonly write: (place: FilePlace, content: AsyncIterable<Uint8Array>) => Promise<void>
  readonly read: (place: FilePlace, range: ByteRange) => AsyncIterable<Uint8Array>
  readonly remove: (schema: string, ids: readonly string[]) => Promise<void>
}
