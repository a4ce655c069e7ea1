import { referenceOf } from './reference-of.ts'
import { useReader } from './use-reader.ts'
import type { View, ViewProps } from './view.ts'

const teamText: View['text'] = (value, _field, { teams }) => {
  const team = referenceOf(value)
  if (team === null) return ''
  return team.label || (teams.find(({ id }) => id === team.id)?.name ?? '')
}

function Show({ field, value }: ViewProps) {
  const reader = useReader()
  return <span className="truncate">{teamText(value, field, reader) || reader.t('field.formerTeam')}</span>
}

export const team: View = { Show, text: teamText, numeric: false }
