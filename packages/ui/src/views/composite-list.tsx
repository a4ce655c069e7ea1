import { isList, isObject, type FieldView, type Json } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { FieldValue } from './field-value.tsx'
import { viewOf, textOf } from './text-of.ts'
import type { View, ViewProps } from './view.ts'
import classes from './views.module.css'

const rowsOf = (value: Json) => (isList(value) ? value.filter(isObject) : [])

function Show({ field, value, dense }: ViewProps) {
  const { t } = useTranslation()
  const rows = rowsOf(value)
  if (dense) return <span className="dimmed">{t('field.rows', { count: rows.length })}</span>
  return (
    <div className={classes['scroll']}>
      <table className={classes['rows']}>
        <thead>
          <tr>
            {Object.values(field.children).map((child) => (
              <Head key={child.name} field={child} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {Object.values(field.children).map((child) => (
                <Cell key={child.name} field={child} value={row[child.name]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ field }: { readonly field: FieldView }) {
  const { views } = useWorkspace()
  return (
    <th scope="col" data-numeric={viewOf(views, field).numeric || undefined}>
      {field.title}
    </th>
  )
}

function Cell({ field, value }: { readonly field: FieldView; readonly value: Json | undefined }) {
  const { views } = useWorkspace()
  return (
    <td data-numeric={viewOf(views, field).numeric || undefined} data-group={field.group}>
      <FieldValue field={field} value={value} dense />
    </td>
  )
}

export const compositeList: View = {
  Show,
  text: (value, field, reader) =>
    rowsOf(value)
      .map((row) =>
        Object.values(field.children)
          .map((child) => textOf(child, row[child.name], reader))
          .filter(Boolean)
          .join(' · '),
      )
      .join('\n'),
  numeric: false,
}
