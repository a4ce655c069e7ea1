import type { StoredFile } from '../storage/file-rows.ts'

/** A file on the wire. */
export type FileView = Pick<StoredFile, 'id' | 'name' | 'type' | 'size' | 'sha256' | 'createdAt' | 'createdBy'>

export const fileView = ({ id, name, type, size, sha256, createdAt, createdBy }: StoredFile): FileView => ({
  id,
  name,
  type,
  size,
  sha256,
  createdAt,
  createdBy,
})
