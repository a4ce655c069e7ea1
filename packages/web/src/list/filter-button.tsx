import { Button } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { conditionCount } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import type { ListState } from './list-query.ts'

interface FilterButtonProps {
  readonly state: ListState
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Opens the filter below the bar, and says how much it filters. */
export function FilterButton({ state, isOpen, onToggle }: FilterButtonProps) {
  const { t } = useTranslation()
  const count = conditionCount(state.filter)
  return (
    <Button
      variant={count > 0 ? 'light' : 'default'}
      leftSection={<IconFilter size={14} />}
      aria-expanded={isOpen}
      aria-controls="list-filter"
      onClick={onToggle}
    >
      {count > 0 ? `${t('filter.title')} · ${String(count)}` : t('filter.title')}
    </Button>
  )
}
