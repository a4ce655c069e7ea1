import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ModuleView } from '@telar/metadata'
import { usePhone, useTitle, useWorkspace } from '@telar/ui'
import { useCallback, useMemo } from 'react'
import { RecordPanel } from '../record/record-panel.tsx'
import { MissingScreen } from '../state/missing-screen.tsx'
import { ListCards } from './list-cards.tsx'
import { ListGrid } from './list-grid.tsx'
import { ListHeader } from './list-header.tsx'
import type { ChangeSearch } from './list-props.ts'
import { listState } from './list-query.ts'
import type { ListSearch } from './list-search.ts'
import { useListSource } from './use-list-source.ts'
import classes from './list.module.css'

/** The records of one module. */
export function ListScreen() {
  const { module: name } = useParams({ from: '/workspace/$module' })
  const { model } = useWorkspace()
  const module = model.modules[name]
  return module === undefined ? <MissingScreen /> : <ModuleList key={name} module={module} />
}

function ModuleList({ module }: { readonly module: ModuleView }) {
  const isPhone = usePhone()
  useTitle(module.plural)
  const navigate = useNavigate({ from: '/$module' })
  const search = useSearch({ from: '/workspace/$module' })
  const state = useMemo(() => listState(module, search), [module, search])
  const source = useListSource(
    module,
    state,
    state.columns.map(({ field }) => field),
  )
  const change = useCallback<ChangeSearch>(
    (changes) => {
      const isStep = 'id' in changes || 'view' in changes
      void navigate({ search: (before) => withoutEmpty({ ...before, ...changes }), replace: !isStep })
    },
    [navigate],
  )
  const Rows = isPhone ? ListCards : ListGrid
  return (
    <div className={classes['screen']}>
      <section className={classes['list']} aria-labelledby="list-title">
        <ListHeader module={module} state={state} search={search} source={source} onChange={change} />
        <div className={classes['rows']}>
          <Rows module={module} state={state} search={search} source={source} onChange={change} />
        </div>
      </section>
      {search.id === undefined ? null : (
        <RecordPanel key={search.id} module={module} id={search.id} onClose={() => change({ id: undefined })} />
      )}
    </div>
  )
}

const withoutEmpty = (search: { readonly [Key in keyof ListSearch]?: ListSearch[Key] | undefined }): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
