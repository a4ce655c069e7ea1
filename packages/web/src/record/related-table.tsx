import { ActionIcon, Group, Table, Tooltip } from '@mantine/core'
import { IconPencil, IconUnlink } from '@tabler/icons-react'
import type { RecordData } from '@telar/client'
import type { FieldView, JsonObject, ModuleView } from '@telar/metadata'
import { FieldValue, recordLabel, RecordLink, useReader, useWorkspace, viewOf } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkDialog } from './link-dialog.tsx'
import type { Related } from './related-lists.ts'
import type { Links } from './use-links.ts'
import classes from './record.module.css'

interface RelatedTableProps {
  readonly list: Related
  readonly records: readonly RecordData[]
  readonly attributes: Readonly<Record<string, JsonObject>>
  /** Absent where nothing may be changed. */
  readonly links: Links | undefined
}

const none: JsonObject = {}

/** The records of a list, with what their links say. */
export function RelatedTable({ list, records, attributes, links }: RelatedTableProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const { views } = useWorkspace()
  const [described, setDescribed] = useState<RecordData>()
  const [first, ...others] = list.columns.flatMap((name) => list.module.fields[name] ?? [])
  return (
    <>
      {/* Roles are said: drawn as cards, it is still a table. */}
      <Table className={classes['related']} highlightOnHover role="table">
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            <Table.Th role="columnheader">{first?.title ?? list.module.title}</Table.Th>
            {[...list.attributes, ...others].map((field) => (
              <Table.Th key={field.id} role="columnheader" data-numeric={viewOf(views, field).numeric || undefined}>
                {field.title}
              </Table.Th>
            ))}
            {links === undefined ? null : (
              <Table.Th role="columnheader">
                <span className="visually-hidden">{t('field.rowActions')}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {records.map((record) => {
            const label = recordLabel(list.module, record, reader)
            const said = attributes[record.id] ?? none
            return (
              <Table.Tr key={record.id} role="row">
                <Table.Td role="cell">
                  <RecordLink
                    module={list.module.name}
                    id={record.id}
                    label={titleOf(list.module, first, { record, label })}
                  />
                </Table.Td>
                <Values fields={list.attributes} values={said} />
                <Values fields={others} values={record} />
                {links === undefined ? null : (
                  <Table.Td role="cell" className={classes['rowActions']}>
                    <Group gap={0} wrap="nowrap" justify="flex-end">
                      {list.attributes.length === 0 ? null : (
                        <Action
                          label={t('record.describeLink', { label })}
                          Icon={IconPencil}
                          onClick={() => setDescribed(record)}
                        />
                      )}
                      {list.isFixed ? null : (
                        <Action
                          label={t('record.unlinkNamed', { label })}
                          Icon={IconUnlink}
                          onClick={() => void links.remove(record, said)}
                        />
                      )}
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {described === undefined || links === undefined ? null : (
        <LinkDialog
          list={list}
          record={described}
          attributes={attributes[described.id] ?? none}
          links={links}
          onClose={() => setDescribed(undefined)}
        />
      )}
    </>
  )
}

function Values({ fields, values }: { readonly fields: readonly FieldView[]; readonly values: JsonObject }) {
  const { views } = useWorkspace()
  return fields.map((field) => (
    <Table.Td
      key={field.id}
      role="cell"
      title={field.title}
      data-numeric={viewOf(views, field).numeric || undefined}
      data-empty={(values[field.name] ?? null) === null || undefined}
    >
      <FieldValue field={field} value={values[field.name]} dense />
    </Table.Td>
  ))
}

interface ActionProps {
  readonly label: string
  readonly Icon: typeof IconPencil
  readonly onClick: () => void
}

function Action({ label, Icon, onClick }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} onClick={onClick}>
        <Icon size={14} />
      </ActionIcon>
    </Tooltip>
  )
}

/** The first column leads to the record: a value that is no part of its label stands before the label. */
const titleOf = (module: ModuleView, first: FieldView | undefined, { record, label }: Titled): string => {
  const value = first === undefined || module.labelFields.includes(first.name) ? null : record[first.name]
  return typeof value === 'string' && value !== '' ? `${value} · ${label}` : label
}

interface Titled {
  readonly record: RecordData
  readonly label: string
}
