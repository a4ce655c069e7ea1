import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RecordData } from '@telar/client'
import { useWorkspace } from '@telar/ui'

export const recordKey = (workspace: string, module: string, id: string): readonly string[] => [
  'record',
  workspace,
  module,
  id,
]

/** One record, as it is now or as it was at a time. */
export const useRecord = (module: string, id: string, asOf?: string): UseQueryResult<RecordData> => {
  const { client } = useWorkspace()
  return useQuery({
    queryKey: asOf === undefined ? recordKey(client.slug, module, id) : [...recordKey(client.slug, module, id), asOf],
    queryFn: () => client.records(module).get(id, { asOf }),
    retry: (count, error) => !('status' in error && error.status === 404) && count < 2,
  })
}
