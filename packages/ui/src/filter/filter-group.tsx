import { ActionIcon, Button, Group, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ModuleView } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { ConditionRow } from './condition-row.tsx'
import { relatedChoices } from './filter-fields.ts'
import {
  newCondition,
  newGroup,
  newKey,
  replaceNode,
  type FilterNode,
  type GroupNode,
  type RelatedNode,
} from './filter-tree.ts'
import classes from './filter.module.css'

interface FilterGroupProps {
  readonly module: ModuleView
  readonly node: GroupNode
  readonly onChange: (node: GroupNode) => void
  /** Absent for the outermost group. */
  readonly onRemove?: () => void
}

const modes = ['all', 'any', 'none'] as const

/** Conditions that hold together: all of them, any of them, none of them. */
export function FilterGroup({ module, node, onChange, onRemove }: FilterGroupProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const hasRelated = relatedChoices(model, module).length > 0
  const add = (child: FilterNode) => onChange({ ...node, children: [...node.children, child] })
  const replace = (key: string) => (next: FilterNode | undefined) => onChange(replaceNode(node, key, next))
  return (
    <div className={classes['group']} data-inner={onRemove !== undefined || undefined}>
      {node.children.length > 1 || onRemove !== undefined || node.mode !== 'all' ? (
        <Group gap={6} wrap="nowrap" className={classes['head']}>
          <Select
            aria-label={t('filter.mode')}
            data={modes.map((mode) => ({ value: mode, label: t(`filter.modes.${mode}`) }))}
            value={node.mode}
            allowDeselect={false}
            w={220}
            onChange={(mode) => onChange({ ...node, mode: modes.find((each) => each === mode) ?? 'all' })}
          />
          {onRemove === undefined ? null : (
            <ActionIcon aria-label={t('filter.removeGroup')} onClick={onRemove}>
              <IconX size={14} />
            </ActionIcon>
          )}
        </Group>
      ) : null}
      {node.children.map((child) => (
        <Node key={child.key} module={module} node={child} onChange={replace(child.key)} />
      ))}
      <Group gap={4}>
        <AddButton label={t('filter.addCondition')} onClick={() => add(newCondition())} />
        <AddButton label={t('filter.addGroup')} onClick={() => add(newGroup('any', [newCondition()]))} />
        {hasRelated ? (
          <AddButton
            label={t('filter.addRelated')}
            onClick={() => add({ type: 'related', key: newKey(), mode: 'some', link: '', where: newGroup() })}
          />
        ) : null}
      </Group>
    </div>
  )
}

function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={13} />} onClick={onClick}>
      {label}
    </Button>
  )
}

interface NodeProps {
  readonly module: ModuleView
  readonly node: FilterNode
  readonly onChange: (node: FilterNode | undefined) => void
}

function Node({ module, node, onChange }: NodeProps) {
  const remove = () => onChange(undefined)
  if (node.type === 'group') return <FilterGroup module={module} node={node} onChange={onChange} onRemove={remove} />
  if (node.type === 'related') return <RelatedRow module={module} node={node} onChange={onChange} onRemove={remove} />
  return <ConditionRow module={module} node={node} onChange={onChange} onRemove={remove} />
}

interface RelatedRowProps {
  readonly module: ModuleView
  readonly node: RelatedNode
  readonly onChange: (node: RelatedNode) => void
  readonly onRemove: () => void
}

/** "Has contacts that…", "has no invoices that…". */
function RelatedRow({ module, node, onChange, onRemove }: RelatedRowProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const choices = relatedChoices(model, module)
  const chosen = choices.find(({ link }) => link === node.link)
  return (
    <div className={classes['group']} data-inner>
      <Group gap={6} wrap="nowrap">
        <Select
          aria-label={t('filter.relatedMode')}
          data={[
            { value: 'some', label: t('filter.some') },
            { value: 'none', label: t('filter.no') },
          ]}
          value={node.mode}
          allowDeselect={false}
          w={130}
          onChange={(mode) => onChange({ ...node, mode: mode === 'none' ? 'none' : 'some' })}
        />
        <Select
          aria-label={t('filter.related')}
          placeholder={t('filter.chooseRelated')}
          data={choices.map(({ link, title }) => ({ value: link, label: title }))}
          value={node.link || null}
          searchable
          allowDeselect={false}
          w={220}
          onChange={(link) => onChange({ ...node, link: link ?? '', where: newGroup() })}
        />
        <ActionIcon aria-label={t('filter.removeCondition')} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      </Group>
      {chosen === undefined ? null : (
        <FilterGroup module={chosen.module} node={node.where} onChange={(where) => onChange({ ...node, where })} />
      )}
    </div>
  )
}
