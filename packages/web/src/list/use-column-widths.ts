import { useLocalStorage } from '@mantine/hooks'
import type { ColumnChoice } from '@telar/ui'
import { useMemo } from 'react'

type Widths = Readonly<Record<string, number>>

/** How wide this person likes the columns of a module; kept in the browser, since it depends on the screen. */
export const useColumnWidths = (module: string) => {
  const [widths, setWidths] = useLocalStorage<Widths>({
    key: `telar.widths.${module}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  return useMemo(
    () => ({
      apply: (columns: readonly ColumnChoice[]): readonly ColumnChoice[] =>
        columns.map((column) => ({ ...column, width: widths[column.field] ?? column.width })),
      keep: (columns: readonly ColumnChoice[]) => {
        const kept = columns.flatMap(({ field, width }) => (width === undefined ? [] : [[field, width] as const]))
        setWidths({ ...widths, ...Object.fromEntries(kept) })
      },
    }),
    [widths, setWidths],
  )
}
