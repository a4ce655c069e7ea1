import { Button, Group } from '@mantine/core'
import type { ModuleView } from '@telar/metadata'
import {
  createLayout,
  filledValues,
  FormDialog,
  recordLabel,
  recordLayout,
  SchemaForm,
  tableFields,
  toast,
  usePhone,
  useReader,
  useRecordForm,
  useWorkspace,
} from '@telar/ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplainedRefusal } from '../access/use-refusal.ts'
import { liveEvents } from '../live/live-events.ts'
import { initialValues, writableOnly } from './initial-values.ts'
import type { CreateOptions } from './record-dialogs-context.ts'

interface CreateDialogProps {
  readonly options: CreateOptions
  readonly onClose: () => void
}

/** The form for a new record: the short layout first, all fields on demand. */
export function CreateDialog({ options, onClose }: CreateDialogProps) {
  const { model } = useWorkspace()
  const module = model.modules[options.module]
  return module === undefined ? null : <CreateForm module={module} options={options} onClose={onClose} />
}

function CreateForm({ module, options, onClose }: CreateDialogProps & { readonly module: ModuleView }) {
  const { t } = useTranslation()
  const { client, model, navigation } = useWorkspace()
  const reader = useReader()
  const id = useId()
  const isPhone = usePhone()
  const [isWhole, setWhole] = useState(false)
  const initial = () => initialValues({ module, me: model.me, values: options.values, text: options.text })
  const [first] = useState(initial)
  const explained = useExplainedRefusal(module.name)
  const form = useRecordForm({
    module,
    initial: first,
    save: async (values) => {
      const record = await client
        .records(module.name)
        .create(writableOnly(module, filledValues(values)))
        .catch(explained)
      liveEvents.emit({ module: module.name, id: record.id, version: record.version, op: 'create', actor: null })
      const label = recordLabel(module, record, reader)
      options.onCreated?.({ id: record.id, label })
      toast({
        message: t('record.created', { label }),
        ...(options.onCreated === undefined
          ? { action: { label: t('record.open'), run: () => navigation.open(module.name, record.id) } }
          : {}),
      })
    },
  })
  const [short, whole] = [createLayout(module), recordLayout(module)]
  const shown = isWhole ? whole : short
  const saveAndNew = async () => {
    if ((await form.submit()) === undefined) form.reset(initial())
  }
  return (
    <FormDialog
      title={t('record.newTitle', { module: module.title.toLocaleLowerCase() })}
      isDirty={form.isDirty}
      isWide={tableFields(module, shown).length > 0}
      onClose={onClose}
    >
      {(close) => (
        <SchemaForm id={id} ui={shown} form={form} onSaved={onClose}>
          <Group justify="space-between">
            {isWhole || short === whole ? (
              <span />
            ) : (
              <Button variant="subtle" color="gray" onClick={() => setWhole(true)}>
                {t('record.allFields')}
              </Button>
            )}
            <Group gap="xs">
              <Button variant="subtle" color="gray" onClick={close}>
                {t('action.cancel')}
              </Button>
              {options.onCreated === undefined && !isPhone ? (
                <Button variant="default" disabled={form.isSaving} onClick={() => void saveAndNew()}>
                  {t('action.saveAndNew')}
                </Button>
              ) : null}
              <Button type="submit" loading={form.isSaving}>
                {t('action.create')}
              </Button>
            </Group>
          </Group>
        </SchemaForm>
      )}
    </FormDialog>
  )
}
