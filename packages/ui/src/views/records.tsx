import { isList } from '@telar/metadata'
import { RecordLink } from '../parts/record-link.tsx'
import { isUnseen, referenceOf } from './reference-of.ts'
import { useReader } from './use-reader.ts'
import type { View, ViewProps } from './view.ts'

function ShowLink({ field, value }: ViewProps) {
  const reference = referenceOf(value)
  const { t } = useReader()
  if (isUnseen(value)) return <span className="dimmed">{t('access.noAccess')}</span>
  if (reference === null || field.link === null) return null
  return <RecordLink module={field.link} id={reference.id} label={reference.label} />
}

const linkText: View['text'] = (value, _field, { t }) =>
  isUnseen(value) ? t('access.noAccess') : (referenceOf(value)?.label ?? '')

export const link: View = { Show: ShowLink, text: linkText, numeric: false }

function ShowLinks({ field, value }: ViewProps) {
  return (
    <span className="pills">
      {(isList(value) ? value : [value]).map((each) => (
        <ShowLink key={referenceOf(each)?.id} field={field} value={each} dense />
      ))}
    </span>
  )
}

export const links: View = {
  Show: ShowLinks,
  text: (value, field, reader) =>
    (isList(value) ? value : [value]).map((each) => linkText(each, field, reader)).join(', '),
  numeric: false,
}
