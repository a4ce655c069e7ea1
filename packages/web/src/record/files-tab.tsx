import { ActionIcon, Button, FileButton, Loader, Text, Tooltip } from '@mantine/core'
import { IconDownload, IconPaperclip, IconTrash, IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isTelarError, type FileData, type RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { EmptyState, ErrorState, memberName, toast, useFormat, usePatience, useWorkspace } from '@telar/ui'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { sizeText } from './size-text.ts'
import classes from './files-tab.module.css'

interface FilesTabProps {
  readonly module: ModuleView
  readonly record: RecordData
  readonly canChange: boolean
}

/** The files of a record: dropped, opened, taken away. */
export function FilesTab({ module, record, canChange }: FilesTabProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const queries = useQueryClient()
  const [isOver, setOver] = useState(false)
  const key = ['files', client.slug, module.name, record.id]
  const files = useQuery({ queryKey: key, queryFn: () => client.files.list(module.name, record.id) })
  const isSlow = usePatience(files.isPending)
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  const add = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      for (const file of chosen) await client.files.attach(module.name, record.id, (await client.files.upload(file)).id)
    },
    onError: (error) =>
      toast({ isError: true, message: isTelarError(error) && error.status > 0 ? error.message : t('state.offline') }),
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (file: FileData) => client.files.detach(module.name, record.id, file.id),
    onSuccess: (_done, file) =>
      toast({
        message: t('record.fileRemoved', { name: file.name }),
        action: {
          label: t('action.undo'),
          run: () => void client.files.attach(module.name, record.id, file.id).then(refresh),
        },
      }),
    onSettled: refresh,
  })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (canChange) add.mutate([...event.dataTransfer.files])
  }
  if (files.isError) return <ErrorState error={files.error} onRetry={() => void files.refetch()} />
  if (files.isPending) return isSlow ? <Loader size="sm" m="lg" aria-label={t('state.loading')} /> : null
  return (
    <div
      className={classes['root']}
      data-over={(isOver && canChange) || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {canChange ? (
        <div className={classes['add']}>
          <FileButton multiple onChange={(chosen) => add.mutate(chosen)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={14} />} loading={add.isPending}>
                {t('record.addFiles')}
              </Button>
            )}
          </FileButton>
          <Text c="dimmed">{t('record.dropFiles')}</Text>
        </div>
      ) : null}
      {files.data.length === 0 ? (
        <EmptyState icon="paperclip" title={t('record.noFiles')} />
      ) : (
        <ul className={classes['files']}>
          {files.data.map((file) => (
            <FileRow key={file.id} file={file} {...(canChange ? { onRemove: () => remove.mutate(file) } : {})} />
          ))}
        </ul>
      )}
    </div>
  )
}

function FileRow({ file, onRemove }: { readonly file: FileData; readonly onRemove?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { client, model } = useWorkspace()
  const who = file.createdBy === null ? '' : memberName(model.members, file.createdBy)
  return (
    <li className={classes['file']}>
      <IconPaperclip size={16} stroke={1.6} aria-hidden />
      <a className="text-link truncate" href={client.files.address(file.id)} target="_blank" rel="noreferrer">
        {file.name}
      </a>
      <span className={classes['facts']}>
        {[sizeText(file.size, format), format.date(file.createdAt), who].filter(Boolean).join(' · ')}
      </span>
      <Tooltip label={t('record.download')}>
        <ActionIcon
          component="a"
          href={client.files.address(file.id, { download: true })}
          aria-label={t('record.downloadNamed', { name: file.name })}
        >
          <IconDownload size={14} />
        </ActionIcon>
      </Tooltip>
      {onRemove === undefined ? null : (
        <ActionIcon aria-label={t('field.removeNamed', { name: file.name })} onClick={onRemove}>
          <IconTrash size={14} />
        </ActionIcon>
      )}
    </li>
  )
}
