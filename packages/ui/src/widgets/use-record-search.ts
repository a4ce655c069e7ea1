import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ModuleView } from '@telar/metadata'
import type { Reference } from '../views/reference-of.ts'
import { useReader } from '../views/use-reader.ts'
import { recordLabel } from '../workspace/record-label.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'

const shown = 20

/** Records of one module that fit a piece of text; without one, those that changed last. */
export const useRecordSearch = (module: ModuleView, typed: string, isOpen: boolean) => {
  const { client } = useWorkspace()
  const reader = useReader()
  const [text] = useDebouncedValue(typed.trim(), 180)
  return useQuery({
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
}
