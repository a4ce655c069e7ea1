import { useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Avatar, TelarIcon, useWorkspace } from '@telar/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordDialogs } from '../record/record-dialogs-context.ts'
import { fits } from './fits.ts'
import { paletteCommands } from './palette-commands.ts'
import { palette, paletteStore, selectFirst } from './palette-store.ts'
import classes from './palette.module.css'

const mostHits = 8
const mostCommands = 6

/** One place to find any record and to run any command. */
export function Palette() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const hits = useHits(text)
  const groups = useCommands(text)
  const isEmpty = hits.data.length === 0 && groups.every(({ commands }) => commands.length === 0)
  const shown = [...hits.data, ...groups.flatMap(({ commands }) => commands)].map(({ id }) => id).join(' ')
  useEffect(() => {
    if (text !== '') selectFirst()
  }, [text, shown])
  return (
    <Spotlight.Root
      store={paletteStore}
      query={typed}
      onQueryChange={setTyped}
      shortcut="mod + K"
      tagsToIgnore={[]}
      scrollable
      maxHeight={420}
      radius="lg"
      size={600}
      transitionProps={{ duration: 100 }}
      returnFocus
      title={t('shell.search')}
      classNames={{ header: 'visually-hidden' }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t('shell.palette.placeholder')}
        aria-label={t('shell.palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {hits.data.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('shell.palette.records')}>
            {hits.data.map((hit) => (
              <Spotlight.Action key={hit.id} onClick={hit.open} highlightColor="transparent">
                <span className={classes['row']}>
                  <Avatar name={hit.label} size={20} />
                  <span className="truncate">{hit.label}</span>
                  <span className={classes['hint']}>{hit.place}</span>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groups.map(({ label, commands }) =>
          commands.length === 0 ? null : (
            <Spotlight.ActionsGroup key={label} label={label}>
              {commands.map((command) => (
                <Spotlight.Action key={command.id} onClick={command.run}>
                  <span className={classes['row']}>
                    <TelarIcon name={command.icon} />
                    <span className="truncate">{command.label}</span>
                    {command.keys === undefined ? null : <kbd className="key">{command.keys}</kbd>}
                  </span>
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          ),
        )}
        {isEmpty ? (
          <Spotlight.Empty>
            {hits.isFetching ? t('shell.palette.searching') : t('shell.palette.nothing', { text })}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

const useHits = (text: string) => {
  const { client, model } = useWorkspace()
  const navigate = useNavigate()
  const [settled] = useDebouncedValue(text, 160)
  const { data, isFetching } = useQuery({
    queryKey: ['search', client.slug, settled],
    enabled: settled.length > 1,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => client.search(settled, { limit: mostHits, signal }),
  })
  const hits = text.length > 1 ? (data ?? []) : []
  return {
    isFetching: isFetching || settled !== text,
    data: hits.slice(0, mostHits).map((hit) => ({
      ...hit,
      place: model.modules[hit.module]?.title ?? hit.module,
      open: () => void navigate({ to: '/$module/$id', params: { module: hit.module, id: hit.id } }),
    })),
  }
}

const useCommands = (text: string) => {
  const { t, i18n } = useTranslation()
  const { model } = useWorkspace()
  const navigate = useNavigate()
  const { create } = useRecordDialogs()
  const { setColorScheme } = useMantineColorScheme()
  const groups = paletteCommands({
    t,
    language: i18n.language,
    model,
    go: (module) => void navigate({ to: '/$module', params: { module } }),
    create: (module) => {
      palette.close()
      create({ module })
    },
    openAdmin: (to) => void navigate({ to }),
    openProfile: () => void navigate({ to: '/profile' }),
    setTheme: setColorScheme,
  })
  return groups.map(({ label, commands }) => ({
    label,
    commands: commands
      .filter((command) => fits(command.label, text))
      .slice(0, text === '' ? mostCommands : commands.length),
  }))
}
