import type { ModuleView } from '@telar/metadata'
import { widgets } from '../widgets/index.ts'
import { WidgetsProvider } from '../widgets/widgets-context.ts'
import { FilterGroup } from './filter-group.tsx'
import type { GroupNode } from './filter-tree.ts'

interface FilterBuilderProps {
  readonly module: ModuleView
  readonly value: GroupNode
  readonly onChange: (value: GroupNode) => void
}

/** Builds a filter over one module, groups within groups, without a word of its language. */
export function FilterBuilder({ module, value, onChange }: FilterBuilderProps) {
  return (
    <WidgetsProvider value={widgets}>
      <FilterGroup module={module} node={value} onChange={onChange} />
    </WidgetsProvider>
  )
}
