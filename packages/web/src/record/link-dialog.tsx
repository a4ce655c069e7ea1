import { Alert, Button, Group } from '@mantine/core'
import { isTelarError, type RecordData } from '@telar/client'
import { sameJson, type JsonObject } from '@telar/metadata'
import { FieldsEditor, FormDialog, noIssues, recordLabel, serverIssues, useReader } from '@telar/ui'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Related } from './related-lists.ts'
import type { Links } from './use-links.ts'

interface LinkDialogProps {
  readonly list: Related
  readonly record: RecordData
  readonly attributes: JsonObject
  readonly links: Links
  readonly onClose: () => void
}

/** What one link says about itself: the role of a contact in a deal, the answer to a campaign. */
export function LinkDialog({ list, record, attributes, links, onClose }: LinkDialogProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const [values, setValues] = useState(attributes)
  const [isSaving, setSaving] = useState(false)
  const [refused, setRefused] = useState({ atFields: noIssues, others: [] as readonly string[] })
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSaving(true)
    try {
      await links.describe(record.id, values)
      onClose()
    } catch (error) {
      const names = new Set(list.attributes.map(({ name }) => name))
      const issues = isTelarError(error)
        ? error.issues.map((issue) => ({ ...issue, pointer: issue.pointer.replace(/^\/attributes/, '') }))
        : []
      const found = serverIssues(issues, names)
      const isSilent = found.atFields.size === 0 && found.others.length === 0
      setRefused(
        isSilent
          ? { ...found, others: [isTelarError(error) && error.status > 0 ? error.message : t('state.offline')] }
          : found,
      )
    } finally {
      setSaving(false)
    }
  }
  return (
    <FormDialog
      title={recordLabel(list.module, record, reader)}
      isDirty={!sameJson(values, attributes)}
      isWide={false}
      onClose={onClose}
    >
      {(close) => (
        <form noValidate onSubmit={(event) => void save(event)}>
          {refused.others.length === 0 ? null : (
            <Alert color="red" variant="light" mb="md" role="alert">
              {refused.others.join(' ')}
            </Alert>
          )}
          <FieldsEditor fields={list.attributes} values={values} issues={refused.atFields} onChange={setValues} />
          <Group justify="flex-end" gap="xs" mt="lg">
            <Button variant="subtle" color="gray" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={isSaving}>
              {t('action.save')}
            </Button>
          </Group>
        </form>
      )}
    </FormDialog>
  )
}
