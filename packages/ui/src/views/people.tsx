import { isObject } from '@telar/metadata'
import { Avatar } from '../parts/avatar.tsx'
import { memberName } from '../workspace/workspace-context.tsx'
import { textOfValue } from './plain-view.tsx'
import { referenceOf } from './reference-of.ts'
import { useReader } from './use-reader.ts'
import type { View, ViewProps } from './view.ts'

const userText: View['text'] = (value, _field, { members }) => {
  const person = referenceOf(value)
  if (person === null) return ''
  return person.label || memberName(members, person.id)
}

function ShowUser({ field, value }: ViewProps) {
  const reader = useReader()
  const name = userText(value, field, reader) || reader.t('field.formerMember')
  return (
    <span className="face">
      <Avatar name={name} round />
      <span className="truncate">{name}</span>
    </span>
  )
}

export const user: View = { Show: ShowUser, text: userText, numeric: false }

const nameText: View['text'] = (value, field, reader) =>
  isObject(value)
    ? ['prefix', 'first', 'middle', 'last', 'suffix']
        .flatMap((part) => (typeof value[part] === 'string' ? [value[part]] : []))
        .join(' ')
    : textOfValue(value, field, reader)

function ShowName({ field, value }: ViewProps) {
  return <span>{nameText(value, field, useReader())}</span>
}

export const personName: View = { Show: ShowName, text: nameText, numeric: false }
