import { useQuery } from '@tanstack/react-query'
import type { RecordData, RecordRights } from '@telar/client'
import type { ModuleRights, ModuleView } from '@telar/metadata'
import { useWorkspace } from '@telar/ui'

export interface RightsHere {
  readonly rights: ModuleRights
  /** Fields that the reader may not write on this record. */
  readonly locked: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/** What the reader may do with one record; until it is known, what the module allows on some record. */
export const useRecordRights = (module: ModuleView, record: RecordData): RightsHere => {
  const { client } = useWorkspace()
  const { data } = useQuery<RecordRights>({
    queryKey: ['rights', client.slug, module.name, record.id, record.version],
    queryFn: () => client.access.rights(module.name, record.id),
    retry: false,
  })
  if (data === undefined) return { rights: module.rights, locked: nothing }
  return { rights: data.rights, locked: new Set(data.locked) }
}
