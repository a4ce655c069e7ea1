import { useQuery } from '@tanstack/react-query'
import type { Json } from '@telar/metadata'
import { recordLabel, referenceOf, useReader, useWorkspace } from '@telar/ui'

/** What the records behind some links are called, where the values do not say it. */
export const useLabels = (moduleName: string | null, values: readonly Json[]): ReadonlyMap<string, string> => {
  const { client, model } = useWorkspace()
  const reader = useReader()
  const module = moduleName === null ? undefined : model.modules[moduleName]
  const ids = values.flatMap((value) => {
    const reference = referenceOf(value)
    return reference !== null && reference.label === '' ? [reference.id] : []
  })
  const { data } = useQuery({
    queryKey: ['labels', client.slug, moduleName, ids],
    enabled: module !== undefined && ids.length > 0,
    staleTime: 60_000,
    queryFn: async () => {
      if (module === undefined) return new Map<string, string>()
      const page = await client
        .records(module.name)
        .list({ filter: { field: 'id', op: 'in', value: ids }, fields: module.labelFields, limit: ids.length })
      return new Map(page.records.map((record) => [record.id, recordLabel(module, record, reader)]))
    },
  })
  return data ?? none
}

const none: ReadonlyMap<string, string> = new Map()
