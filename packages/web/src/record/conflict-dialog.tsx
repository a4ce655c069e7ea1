import { Button, Group, Radio, Stack, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { JsonObject, ModuleView } from '@telar/metadata'
import { textOf, type Reader } from '@telar/ui'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict } from './save-changes.ts'

interface ConflictQuestion {
  readonly module: ModuleView
  readonly conflict: Conflict
  readonly reader: Reader
}

/** Asks, field by field, whether the other's value stays or the own one is written. */
export const askConflict = (question: ConflictQuestion): Promise<JsonObject | null> =>
  new Promise((resolve) => {
    const id = modals.open({
      title: i18next.t('record.conflict.title'),
      size: 640,
      zIndex: 400,
      onClose: () => resolve(null),
      children: (
        <ConflictForm
          question={question}
          onDone={(chosen) => {
            resolve(chosen)
            modals.close(id)
          }}
        />
      ),
    })
  })

type Side = 'mine' | 'theirs'

interface ConflictFormProps {
  readonly question: ConflictQuestion
  readonly onDone: (chosen: JsonObject | null) => void
}

function ConflictForm({ question, onDone }: ConflictFormProps) {
  const { t } = useTranslation()
  const { module, conflict, reader } = question
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const sideOf = (name: string): Side => sides[name] ?? 'mine'
  const shown = (name: string, values: JsonObject) => {
    const field = module.fields[name]
    return (field === undefined ? '' : textOf(field, values[name], reader)) || '—'
  }
  const chosen = () =>
    Object.fromEntries(
      Object.entries(conflict.mine).filter(([name]) => !conflict.fields.includes(name) || sideOf(name) === 'mine'),
    )
  return (
    <Stack gap="md">
      <Text>{t('record.conflict.lead')}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('record.conflict.field')}</Table.Th>
            <Table.Th>{t('record.conflict.theirs')}</Table.Th>
            <Table.Th>{t('record.conflict.mine')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conflict.fields.map((name) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {module.fields[name]?.title ?? name}
              </Table.Th>
              {(['theirs', 'mine'] as const).map((side) => (
                <Table.Td key={side}>
                  <Radio
                    name={`conflict-${name}`}
                    label={shown(name, side === 'mine' ? conflict.mine : conflict.current)}
                    checked={sideOf(name) === side}
                    onChange={() => setSides({ ...sides, [name]: side })}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="gray" onClick={() => onDone(null)}>
          {t('record.conflict.leave')}
        </Button>
        <Button onClick={() => onDone(chosen())}>{t('action.save')}</Button>
      </Group>
    </Stack>
  )
}
