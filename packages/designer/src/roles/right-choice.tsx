import type { FieldRight } from '@telar/metadata'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './roles.module.css'

interface RightChoiceProps {
  readonly label: string
  readonly rights: readonly FieldRight[]
  /** The first choice: what the others have. */
  readonly inherited?: string
  readonly value: FieldRight | undefined
  readonly onChange: (right: FieldRight | undefined) => void
}

/** Drawn once for each of dozens of fields: plain radio buttons, which the keyboard knows by itself. */
export function RightChoice({ label, rights, inherited, value, onChange }: RightChoiceProps) {
  const { t } = useTranslation()
  const name = useId()
  const choice = (right: FieldRight | undefined, text: string) => (
    <label key={right ?? ''} className={classes['right']} data-right={right ?? 'inherited'}>
      <input type="radio" name={name} checked={value === right} onChange={() => onChange(right)} />
      <span>{text}</span>
    </label>
  )
  return (
    <div className={classes['rights']} role="radiogroup" aria-label={label}>
      {inherited === undefined ? null : choice(undefined, inherited)}
      {rights.map((right) => choice(right, t(`roles.fieldRights.${right}`)))}
    </div>
  )
}
