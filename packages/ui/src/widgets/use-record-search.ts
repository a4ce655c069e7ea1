import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ModuleView } from '@telar/metadata'
import { useMemo } from 'react'
import type { Reference } from '../views/reference-of.ts'
import { useReader } from '../views/use-reader.ts'
import { recordLabel } from '../workspace/record-label.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'

const shown = 20

interface RecordSearch {
  readonly found: readonly Reference[]
  /** This is the answer to what stands in the field now, not to what stood there before. */
  readonly isSettled: boolean
}

/** Records of one module that fit a piece of text; without one, those that changed last. */
export const useRecordSearch = (module: ModuleView, typed: string, isOpen: boolean): RecordSearch => {
  const { client } = useWorkspace()
  const reader = useReader()
  const wanted = typed.trim()
  const [text] = useDebouncedValue(wanted, 180)
  const { data, isFetching } = useQuery({
    queryKey: ['pick', client.slug, module.name, text],
    enabled: isOpen,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    queryFn: async ({ signal }): Promise<readonly Reference[]> => {
      const query = { fields: module.labelFields, limit: shown, signal }
      const records = client.records(module.name)
      const page = await (text === ''
        ? records.list({ ...query, sort: ['-updatedAt'] })
        : records.list({ ...query, q: text }))
      return page.records.map((record) => ({ id: record.id, label: recordLabel(module, record, reader) }))
    },
  })
  const found = useMemo(() => namedFirst(data ?? none, text), [data, text])
  return { found, isSettled: isOpen && text === wanted && !isFetching }
}

const none: readonly Reference[] = []

/** A search looks at all texts of a record; who picks by name wants the names that begin so first. */
export const namedFirst = (found: readonly Reference[], text: string): readonly Reference[] => {
  if (text === '') return found
  const wanted = plain(text)
  const rank = ({ label }: Reference): number => {
    const name = plain(label)
    if (name.startsWith(wanted)) return 0
    return name.includes(` ${wanted}`) ? 1 : 2
  }
  return found.toSorted((a, b) => rank(a) - rank(b))
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
