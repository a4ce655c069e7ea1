import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { LinkPicker, recordLabel, useReader } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { useRecordDialogs } from './record-dialogs-context.ts'
import type { Related } from './related-lists.ts'
import type { Links } from './use-links.ts'
import classes from './record.module.css'

interface AddRelatedProps {
  readonly owner: ModuleView
  readonly record: RecordData
  readonly list: Related
  readonly links: Links
}

/** Links a record that is there, or makes a new one that already belongs here. */
export function AddRelated({ owner, record, list, links }: AddRelatedProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const { create } = useRecordDialogs()
  const { field } = list
  const createHere = () => {
    const self = { id: record.id, label: recordLabel(owner, record, reader) }
    create({
      module: list.module.name,
      ...(field === undefined ? {} : { values: { [field]: self } }),
      onCreated: ({ id }) => (field === undefined ? void links.add(id) : links.refresh()),
    })
  }
  return (
    <Group gap="xs" mb="sm" wrap="nowrap">
      <div className={classes['addPicker']}>
        <LinkPicker
          module={list.module}
          value={null}
          clearable={false}
          placeholder={t('record.linkExisting')}
          input={{ 'aria-label': t('record.linkExisting') }}
          onChange={(reference) => {
            if (reference !== null) void links.add(reference.id)
          }}
        />
      </div>
      {list.module.rights.create ? (
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={createHere}>
          {t('list.new')}
        </Button>
      ) : null}
    </Group>
  )
}
