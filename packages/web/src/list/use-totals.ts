import { useQuery } from '@tanstack/react-query'
import type { FieldView, Json, ModuleView } from '@telar/metadata'
import { isObject } from '@telar/metadata'
import { textOf, useReader, useWorkspace, type Reader } from '@telar/ui'
import { useMemo } from 'react'
import type { ListState } from './list-query.ts'

/** The last row: what the view adds up, over all records that fit and not only those on the screen. */
export const useTotals = (module: ModuleView, state: ListState): Readonly<Record<string, string>> | undefined => {
  const { client } = useWorkspace()
  const reader = useReader()
  const wanted = state.view?.totals ?? []
  const { data } = useQuery({
    queryKey: ['totals', client.slug, module.name, state.filter ?? null, state.q, wanted],
    enabled: wanted.length > 0,
    queryFn: () => client.records(module.name).aggregate({ measures: wanted, filter: state.filter, q: state.q }),
  })
  return useMemo(() => {
    const [all] = data?.groups ?? []
    if (all === undefined) return undefined
    return Object.fromEntries(
      wanted.flatMap(({ field: name }, index) => {
        const field = module.fields[name]
        return field === undefined ? [] : [[name, totalText(field, all.values[index] ?? null, reader)]]
      }),
    )
    // oxlint-disable-next-line react/exhaustive-deps -- `wanted` belongs to the answer it came with
  }, [data, module, reader])
}

const totalText = (field: FieldView, value: Json, reader: Reader): string => {
  if (value === null) return ''
  return isObject(value) || typeof value !== 'number' ? textOf(field, value, reader) : reader.format.number(value)
}
