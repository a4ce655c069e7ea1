import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { operators, type ModuleView } from '@telar/metadata'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/i18n.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { filterFields, type FilterField } from './filter-fields.ts'
import type { ConditionNode } from './filter-tree.ts'
import { FilterValue } from './filter-value.tsx'
import { partTitles } from './part-titles.ts'
import classes from './filter.module.css'

interface ConditionRowProps {
  readonly module: ModuleView
  readonly node: ConditionNode
  readonly onChange: (node: ConditionNode) => void
  readonly onRemove: () => void
}

/** One line: which field, how, what. */
export function ConditionRow({ module, node, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const fields = useMemo(() => filterFields(model, module, partTitles(t)), [model, module, t])
  const chosen = fields.find(({ path }) => path === node.field)
  const choose = (path: string | null) => {
    const next = fields.find((field) => field.path === path)
    if (next === undefined) return
    const keepsOperator = next.operators.includes(node.op)
    onChange({ ...node, field: next.path, op: keepsOperator ? node.op : (next.operators[0] ?? ''), value: null })
  }
  return (
    <div className={classes['row']}>
      <Select
        aria-label={t('filter.field')}
        placeholder={t('filter.chooseField')}
        data={grouped(fields, t('filter.ownFields'))}
        value={chosen?.path ?? null}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        nothingFoundMessage={t('field.nothingFound')}
        onChange={choose}
      />
      {chosen === undefined ? null : (
        <>
          <Select
            aria-label={t('filter.operator')}
            data={chosen.operators.map((name) => ({ value: name, label: operatorLabel(name, chosen) }))}
            value={node.op}
            allowDeselect={false}
            maxDropdownHeight={320}
            onChange={(op) =>
              onChange({ ...node, op: op ?? node.op, value: sameTaking(node.op, op) ? node.value : null })
            }
          />
          <FilterValue
            choice={chosen}
            op={node.op}
            value={node.value}
            onChange={(value) => onChange({ ...node, value })}
          />
        </>
      )}
      <ActionIcon aria-label={t('filter.removeCondition')} className={classes['remove']} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}

/** Dates have words of their own: "is before" rather than "is less than". */
const operatorLabel = (name: string, { field, part }: FilterField): string => {
  const operator = operators.get(name)
  const text = part === undefined && field.group === 'date' ? operator?.dateLabel : operator?.label
  return text?.[currentLanguage()] ?? name
}

const sameTaking = (before: string, after: string | null): boolean => {
  const [a, b] = [operators.get(before), operators.get(after ?? '')]
  return a !== undefined && a.takes === b?.takes && a.reads === b.reads
}

const grouped = (fields: readonly FilterField[], own: string) => {
  const headings = [...new Set(fields.map(({ group }) => group))]
  return headings.map((heading) => ({
    group: heading === '' ? own : heading,
    items: fields.filter(({ group }) => group === heading).map(({ path, label }) => ({ value: path, label })),
  }))
}
