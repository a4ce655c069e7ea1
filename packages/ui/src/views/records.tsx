import { isList, type Json } from '@telar/metadata'
import { RecordLink } from '../parts/record-link.tsx'
import { referenceOf } from './reference-of.ts'
import type { View, ViewProps } from './view.ts'

function ShowLink({ field, value }: ViewProps) {
  const reference = referenceOf(value)
  if (reference === null || field.link === null) return null
  return <RecordLink module={field.link} id={reference.id} label={reference.label} />
}

export const link: View = { Show: ShowLink, text: (value) => referenceOf(value)?.label ?? '', numeric: false }

const referencesOf = (value: Json) =>
  (isList(value) ? value : [value]).flatMap((each) => {
    const reference = referenceOf(each)
    return reference === null ? [] : [reference]
  })

function ShowLinks({ field, value }: ViewProps) {
  const { link: module } = field
  if (module === null) return null
  return (
    <span className="pills">
      {referencesOf(value).map((reference) => (
        <RecordLink key={reference.id} module={module} id={reference.id} label={reference.label} />
      ))}
    </span>
  )
}

export const links: View = {
  Show: ShowLinks,
  text: (value) =>
    referencesOf(value)
      .map(({ label }) => label)
      .join(', '),
  numeric: false,
}
