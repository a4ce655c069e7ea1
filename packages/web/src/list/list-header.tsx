import { Button, CloseButton, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { TelarIcon, useFormat, usePhone } from '@telar/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordDialogs } from '../record/record-dialogs-context.ts'
import { StripMenu } from '../shell/strip-menu.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import { FilterButton } from './filter-button.tsx'
import { FilterPanel } from './filter-panel.tsx'
import type { ListProps } from './list-props.ts'
import { useListKeys } from './use-list-keys.ts'
import type { ListSource } from './use-list-source.ts'
import classes from './list.module.css'

/** Title, count and the one primary action; below it views, search, filter and columns. */
export function ListHeader(props: ListProps) {
  const { t } = useTranslation()
  const { module, state, search, source, onChange } = props
  const [isFilterOpen, { toggle: toggleFilter }] = useDisclosure(false)
  useListKeys({ f: toggleFilter })
  const { create } = useRecordDialogs()
  const isPhone = usePhone()
  return (
    <>
      <header className={classes['head']}>
        <TelarIcon name={module.icon} size={18} />
        <h1 id="list-title" className={classes['title']}>
          {module.plural}
        </h1>
        <Count source={source} />
        <div className={classes['spring']} />
        {module.rights.create ? (
          <Button leftSection={<IconPlus size={14} />} onClick={() => create({ module: module.name })}>
            {t('list.new')}
          </Button>
        ) : null}
      </header>
      <div className={classes['bar']}>
        <ViewTabs {...props} />
        <div className={classes['tools']}>
          <QuickSearch
            value={search.q ?? ''}
            label={t('list.searchIn', { module: module.plural.toLocaleLowerCase() })}
            onChange={(q) => onChange({ q })}
          />
          <FilterButton state={state} isOpen={isFilterOpen} onToggle={toggleFilter} />
          {isPhone ? null : <ColumnsMenu {...props} />}
        </div>
      </div>
      {isFilterOpen ? (
        <FilterPanel key={state.view?.name ?? ''} module={module} state={state} onChange={onChange} />
      ) : null}
    </>
  )
}

function Count({ source }: { readonly source: ListSource }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { count } = source
  if (count === undefined) return null
  if (count.exact) {
    return (
      <Text c="dimmed" className="numeric" aria-live="polite">
        {format.number(count.value)}
      </Text>
    )
  }
  return (
    <Tooltip label={t('list.countExactly')}>
      <UnstyledButton className={classes['count']} onClick={() => void source.countExactly()}>
        {t('list.about', { count: format.number(count.value) })}
      </UnstyledButton>
    </Tooltip>
  )
}

function ViewTabs({ module, state, onChange }: ListProps) {
  const { t } = useTranslation()
  const strip = useRef<HTMLElement>(null)
  const choose = (name: string) => {
    const isDefault = module.views.some((view) => view.name === name && view.isDefault)
    onChange({ view: isDefault ? undefined : name, sort: undefined, columns: undefined, filter: undefined })
  }
  if (module.views.length < 2) return <div className={classes['views']} />
  return (
    <div className={classes['viewBar']}>
      <nav ref={strip} className={classes['views']} aria-label={t('list.views')}>
        {module.views.map((view) => (
          <UnstyledButton
            key={view.name}
            className={classes['view']}
            aria-current={view === state.view ? 'page' : undefined}
            onClick={() => choose(view.name)}
          >
            {view.title}
          </UnstyledButton>
        ))}
      </nav>
      <StripMenu
        strip={strip}
        label={t('list.allViews')}
        stops={module.views}
        current={state.view?.name}
        onChoose={choose}
      />
    </div>
  )
}

interface QuickSearchProps {
  readonly value: string
  readonly label: string
  readonly onChange: (text: string | undefined) => void
}

function QuickSearch({ value, label, onChange }: QuickSearchProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)
  const settle = useDebouncedCallback((text: string) => {
    sent.current = text.trim()
    onChange(sent.current || undefined)
  }, 250)
  // Changed from elsewhere: the way back in the browser, "Show everything".
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setTyped(value)
  }, [value])
  const write = (text: string) => {
    setTyped(text)
    settle(text)
  }
  return (
    <TextInput
      type="search"
      className={classes['quick']}
      aria-label={label}
      placeholder={t('list.quickSearch')}
      leftSection={<IconSearch size={14} stroke={1.6} />}
      rightSection={
        typed === '' ? undefined : <CloseButton size="xs" aria-label={t('action.clear')} onClick={() => write('')} />
      }
      value={typed}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') write('')
      }}
    />
  )
}
