import { Tabs } from '@mantine/core'
import type { RecordData } from '@telar/client'
import type { FieldView, ModuleView } from '@telar/metadata'
import { FieldValue, useWorkspace } from '@telar/ui'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordRights } from '../access/use-record-rights.ts'
import { StripMenu, type Stop } from '../shell/strip-menu.tsx'
import { FilesTab } from './files-tab.tsx'
import { History } from './history.tsx'
import { RelatedList } from './related-list.tsx'
import { relatedLists } from './related-lists.ts'
import classes from './record.module.css'

interface RecordTabsProps {
  readonly module: ModuleView
  readonly record: RecordData
  readonly tab: string | undefined
  readonly asOf: string | undefined
  readonly onTab: (tab: string) => void
  readonly onAsOf: (asOf: string | undefined) => void
  /** Fields that are tables of their own, where there is room for them. */
  readonly tables?: readonly FieldView[]
  /** The values themselves, where there is no room beside the tabs. */
  readonly details?: ReactNode
}

export const detailsTab = 'details'

const filesTab = 'files'

const historyTab = 'history'

const none: readonly FieldView[] = []

/** What belongs to a record: its lists, what happened to it. */
export function RecordTabs({ module, record, tab, asOf, onTab, onAsOf, tables = none, details }: RecordTabsProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const lists = relatedLists(model, module)
  const { rights } = useRecordRights(module, record)
  const stops: readonly Stop[] = [
    ...(details === undefined ? [] : [{ name: detailsTab, title: t('record.details') }]),
    ...tables.map(({ name, title }) => ({ name, title })),
    { name: historyTab, title: t('record.history') },
    { name: filesTab, title: t('record.files') },
    ...lists.map(({ link, title }) => ({ name: link, title })),
  ]
  const strip = useRef<HTMLDivElement>(null)
  const chosen = stops.find(({ name }) => name === tab) ?? stops[0]
  return (
    <Tabs value={chosen?.name ?? historyTab} onChange={(value) => onTab(value ?? historyTab)} keepMounted={false}>
      <div className={classes['tabBar']}>
        <Tabs.List ref={strip} className={classes['tabs']}>
          {stops.map(({ name, title }) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <StripMenu strip={strip} label={t('record.allTabs')} stops={stops} current={chosen?.name} onChoose={onTab} />
      </div>
      {details === undefined ? null : (
        <Tabs.Panel value={detailsTab} className={classes['tab']}>
          {details}
        </Tabs.Panel>
      )}
      {tables.map((field) => (
        <Tabs.Panel key={field.name} value={field.name} className={classes['tab']}>
          <FieldValue field={field} value={record[field.name]} />
        </Tabs.Panel>
      ))}
      {lists.map((list) => (
        <Tabs.Panel key={list.link} value={list.link} className={classes['tab']}>
          <RelatedList
            owner={module}
            record={record}
            list={list}
            asOf={asOf}
            canLink={asOf === undefined && rights.link}
          />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value={filesTab} className={classes['tab']}>
        <FilesTab module={module} record={record} canChange={asOf === undefined && rights.update} />
      </Tabs.Panel>
      <Tabs.Panel value={historyTab} className={classes['tab']}>
        <History module={module} record={record} asOf={asOf} onAsOf={onAsOf} />
      </Tabs.Panel>
    </Tabs>
  )
}
