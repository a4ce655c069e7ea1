import { Button, Group } from '@mantine/core'
import type { ModuleView } from '@telar/metadata'
import {
  FormDialog,
  pickChanged,
  recordLabel,
  recordLayout,
  SchemaForm,
  tableFields,
  useReader,
  useRecordForm,
  useWorkspace,
} from '@telar/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordRights } from '../access/use-record-rights.ts'
import { useExplainedRefusal } from '../access/use-refusal.ts'
import { writableOnly } from './initial-values.ts'
import type { EditOptions } from './record-dialogs-context.ts'
import { useRecordActions } from './use-record-actions.ts'

interface EditDialogProps {
  readonly options: EditOptions
  readonly onClose: () => void
}

/** The whole record as a form. */
export function EditDialog({ options, onClose }: EditDialogProps) {
  const { model } = useWorkspace()
  const module = model.modules[options.module]
  return module === undefined ? null : <EditForm module={module} options={options} onClose={onClose} />
}

function EditForm({ module, options, onClose }: EditDialogProps & { readonly module: ModuleView }) {
  const { t } = useTranslation()
  const reader = useReader()
  const id = useId()
  const { record } = options
  const { save } = useRecordActions(module)
  const { locked } = useRecordRights(module, record)
  const explained = useExplainedRefusal(module.name, record.id)
  const form = useRecordForm({
    module,
    initial: record,
    save: async (values) => {
      await save(record, writableOnly(module, pickChanged(record, values), locked)).catch(explained)
    },
  })
  const ui = recordLayout(module)
  return (
    <FormDialog
      title={t('record.editTitle', { label: recordLabel(module, record, reader) })}
      isDirty={form.isDirty}
      isWide={tableFields(module, ui).length > 0}
      onClose={onClose}
    >
      {(close) => (
        <SchemaForm id={id} ui={ui} form={form} locked={locked} onSaved={onClose}>
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={form.isSaving}>
              {t('action.save')}
            </Button>
          </Group>
        </SchemaForm>
      )}
    </FormDialog>
  )
}
