import { Button, Checkbox, Group, Stack } from '@mantine/core'
import type { OwnedRecords, Person } from '@telar/client'
import { FormDialog, toast, useFormat, useWorkspace } from '@telar/ui'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../data/refusal-text.ts'
import { useRefresh } from '../data/use-admin-change.ts'
import { PersonSelect } from '../parts/person-select.tsx'

interface ReassignDialogProps {
  readonly person: Person
  readonly owns: readonly OwnedRecords[]
  readonly people: readonly Person[]
  readonly onClose: () => void
}

/** Gives everything that somebody owns to another person: for holidays, and for those who leave. */
export function ReassignDialog({ person, owns, people, onClose }: ReassignDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { client } = useWorkspace()
  const refresh = useRefresh()
  const [to, setTo] = useState<string | null>(null)
  const [modules, setModules] = useState<readonly string[]>(() => owns.map(({ module }) => module))
  const [refused, setRefused] = useState<string>()
  const [isSending, setSending] = useState(false)
  const others = people.filter(({ id, isActive }) => isActive && id !== person.id)
  const receiver = others.find(({ id }) => id === to)

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (receiver === undefined) return setRefused(t('validation.required'))
    setSending(true)
    try {
      const count = await client.people.reassign(person.id, receiver.id, modules)
      await refresh()
      toast({ message: t('people.reassigned', { count, name: receiver.name }) })
      onClose()
    } catch (error) {
      setRefused(refusalText(error, t))
      setSending(false)
    }
    return undefined
  }
  return (
    <FormDialog
      title={t('people.reassignTitle', { name: person.name })}
      isDirty={false}
      isWide={false}
      onClose={onClose}
    >
      {(close) => (
        <form noValidate onSubmit={(event) => void send(event)}>
          <Stack gap="md">
            <PersonSelect
              label={t('people.reassignTo')}
              placeholder={t('people.choosePerson')}
              people={others}
              value={to}
              error={refused}
              onChange={(id) => {
                setTo(id)
                setRefused(undefined)
              }}
            />
            <Checkbox.Group label={t('people.reassignModules')} value={[...modules]} onChange={setModules}>
              <Stack gap={8} mt={6}>
                {owns.map(({ module, title, records }) => (
                  <Checkbox key={module} value={module} label={`${title} (${format.number(records)})`} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group justify="flex-end" gap="xs">
              <Button variant="subtle" color="gray" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={isSending} disabled={modules.length === 0}>
                {t('people.reassignYes')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </FormDialog>
  )
}
