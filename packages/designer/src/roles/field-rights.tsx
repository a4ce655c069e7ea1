import { Checkbox, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type FieldRight, fieldRights, type FieldView, type JsonObject } from '@telar/metadata'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RightChoice } from './right-choice.tsx'
import { fieldRightAt, otherFieldsAt, others, withFieldRight } from './role-document.ts'
import type { RoleRow } from './role-rows.ts'
import classes from './roles.module.css'

interface FieldRightsProps {
  readonly role: JsonObject
  readonly row: RoleRow
  readonly onChange: (role: JsonObject) => void
}

/** What every record has and somebody may be allowed to write. */
const writableSystem = new Set(['ownerId', 'teamId'])

const isSettable = ({ system, name }: FieldView): boolean => !system || writableSystem.has(name)

/** The right on each field, and on all that are not named. */
export function FieldRights({ role, row, onChange }: FieldRightsProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isOnlyNamed, setOnlyNamed] = useState(false)
  const set = (field: string, right: FieldRight | undefined) =>
    onChange(withFieldRight(role, row.name, { field, right }))
  const fields = Object.values(row.module?.fields ?? {}).filter(isSettable)
  const found = fields.filter(
    ({ title, name }) =>
      folded(title).includes(folded(typed)) && (!isOnlyNamed || fieldRightAt(role, row.name, name) !== undefined),
  )
  return (
    <div className={classes['fields']}>
      <div className={classes['field']} data-others>
        <span className="truncate">{t('roles.otherFields')}</span>
        <RightChoice
          label={t('roles.fieldRight', { field: t('roles.otherFields') })}
          rights={fieldRights}
          value={otherFieldsAt(role, row.name)}
          onChange={(right) => set(others, right)}
        />
      </div>
      {row.module === undefined ? null : (
        <div className={classes['fieldTools']}>
          <TextInput
            type="search"
            aria-label={t('roles.findField')}
            placeholder={t('roles.findField')}
            leftSection={<IconSearch size={14} stroke={1.6} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Checkbox
            label={t('roles.onlyNamed')}
            checked={isOnlyNamed}
            onChange={(event) => setOnlyNamed(event.currentTarget.checked)}
          />
        </div>
      )}
      {found.map((field) => (
        <div key={field.name} className={classes['field']}>
          <span className="truncate">{field.title}</span>
          <RightChoice
            label={t('roles.fieldRight', { field: field.title })}
            rights={field.system ? readAndWrite : fieldRights}
            inherited={t('roles.byDefault')}
            value={fieldRightAt(role, row.name, field.name)}
            onChange={(right) => set(field.name, right)}
          />
        </div>
      ))}
      {fields.length > 0 && found.length === 0 ? <p className="dimmed">{t('roles.noFields')}</p> : null}
    </div>
  )
}

/** Who owns a record is never hidden. */
const readAndWrite: readonly FieldRight[] = ['read', 'write']

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
