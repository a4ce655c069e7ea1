import { Button, Group } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { sameJson, type Json } from '@telar/metadata'
import { FilterBuilder, filterOf, newCondition, treeOf, type GroupNode } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListProps } from './list-props.ts'
import classes from './list.module.css'

const pause = 350

/** The filter of the list; what is finished filters at once. */
export function FilterPanel({ module, state, onChange }: Pick<ListProps, 'module' | 'state' | 'onChange'>) {
  const { t } = useTranslation()
  const [tree, setTree] = useState(() => startOf(treeOf(state.filter)))
  const apply = useDebouncedCallback((next: GroupNode) => {
    const filter = filterOf(next)
    const isOfView = sameJson(jsonOf(filter), jsonOf(state.view?.filter))
    onChange({ filter: isOfView ? undefined : (filter ?? { all: [] }) })
  }, pause)
  const change = (next: GroupNode) => {
    setTree(next)
    apply(next)
  }
  const reset = () => {
    setTree(startOf(treeOf(state.view?.filter)))
    onChange({ filter: undefined })
  }
  return (
    <section id="list-filter" className={classes['filter']} aria-label={t('filter.title')}>
      <FilterBuilder module={module} value={tree} onChange={change} />
      <Group gap={4} justify="flex-end">
        {state.isFilterChanged ? (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={reset}>
            {t('filter.reset')}
          </Button>
        ) : null}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => change(startOf(treeOf(undefined)))}>
          {t('filter.clear')}
        </Button>
      </Group>
    </section>
  )
}

/** An empty filter begins with a line to fill in. */
const startOf = (tree: GroupNode): GroupNode =>
  tree.children.length > 0 ? tree : { ...tree, children: [newCondition()] }

const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json // oxlint-disable-line no-unsafe-type-assertion -- what JSON.parse gives is JSON
