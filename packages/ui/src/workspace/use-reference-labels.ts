import { useQuery } from '@tanstack/react-query'
import type { Json } from '@telar/metadata'
import { referenceOf } from '../views/reference-of.ts'
import { useReader } from '../views/use-reader.ts'
import { recordLabel } from './record-label.ts'
import { useWorkspace } from './workspace-context.tsx'

/**
 * What the records behind ids are called. Filters and the ledger keep ids; the answer gives a value with its label, as
 * soon as it is known.
 */
export const useReferenceLabels = (moduleName: string | null, values: readonly Json[]): ((value: Json) => Json) => {
  const { client, model } = useWorkspace()
  const reader = useReader()
  const module = moduleName === null ? undefined : model.modules[moduleName]
  const ids = module === undefined ? [] : values.flatMap(nameless)
  const { data } = useQuery({
    queryKey: ['labels', client.slug, moduleName, ids],
    enabled: ids.length > 0,
    staleTime: 60_000,
    queryFn: async () => {
      if (module === undefined) return new Map<string, string>()
      const filter = { field: 'id', op: 'in', value: ids }
      const page = await client.records(module.name).list({ filter, fields: module.labelFields, limit: ids.length })
      return new Map(page.records.map((record) => [record.id, recordLabel(module, record, reader)]))
    },
  })
  return (value) => {
    const [id] = nameless(value)
    const label = id === undefined ? undefined : data?.get(id)
    return id === undefined || label === undefined ? value : { id, label }
  }
}

const nameless = (value: Json): readonly string[] => {
  const reference = referenceOf(value)
  return reference !== null && reference.label === '' && /^[0-9a-f-]{36}$/i.test(reference.id) ? [reference.id] : []
}
