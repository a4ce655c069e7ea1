import { ActionIcon, Button, Group, Input } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { isList, type FieldView, type Json } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { FieldValue } from '../views/field-value.tsx'
import { viewOf } from '../views/text-of.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { issuesOfPart, partOf, withPart } from './parts-of-value.ts'
import { moveRow, newRow, removeRow, replaceRow } from './rows.ts'
import { text } from './text-widget.tsx'
import type { FieldIssues, Widget, WidgetProps } from './widget.ts'
import { useWidgets, widgetOf } from './widgets-context.ts'
import classes from './widgets.module.css'

/** Lines of a quote and the like: one row each, on a phone one card each. */
function Edit({ field, value, onChange, label, help, required, disabled, issues }: WidgetProps) {
  const { t } = useTranslation()
  const { views } = useWorkspace()
  const rows = isList(value) ? value : []
  const columns = Object.values(field.children)
  return (
    <Input.Wrapper
      component="fieldset"
      className={classes['group']}
      labelElement="div"
      label={label}
      aria-label={label ?? field.title}
      description={help === '' ? undefined : help}
      error={issues?.get('')}
      withAsterisk={required === true}
    >
      <div className={classes['lines']}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  data-numeric={viewOf(views, column).numeric || undefined}
                  data-kind={column.widget}
                >
                  {column.title}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('field.rowActions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <LineRow
                key={index}
                columns={columns}
                row={row}
                place={{ index, last: rows.length - 1 }}
                disabled={disabled === true}
                issues={issuesOfPart(issues, String(index))}
                onChange={(next) => onChange(replaceRow(rows, index, next))}
                onMove={(to) => onChange(moveRow(rows, index, to))}
                onRemove={() => onChange(removeRow(rows, index))}
              />
            ))}
          </tbody>
        </table>
        {disabled === true ? null : (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...rows, newRow(columns)])}
          >
            {t('field.addRow')}
          </Button>
        )}
      </div>
    </Input.Wrapper>
  )
}

interface LineRowProps {
  readonly columns: readonly FieldView[]
  readonly row: Json
  readonly place: { readonly index: number; readonly last: number }
  readonly disabled: boolean
  readonly issues: FieldIssues
  readonly onChange: (row: Json) => void
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

function LineRow({ columns, row, place, disabled, issues, onChange, onMove, onRemove }: LineRowProps) {
  const { t } = useTranslation()
  const widgets = useWidgets()
  const { views } = useWorkspace()
  const name = (column: FieldView) => ({
    ...column,
    title: t('field.inRow', { field: column.title, row: place.index + 1 }),
  })
  return (
    <tr>
      {columns.map((column) => {
        const { Edit: EditPart } = widgetOf(widgets, column)
        const value = partOf(row, column.name)
        return (
          <td key={column.name} data-label={column.title} data-group={column.group}>
            {disabled || column.readOnly ? (
              <div className={classes['fixed']} data-numeric={viewOf(views, column).numeric || undefined}>
                <FieldValue field={column} value={value} dense />
              </div>
            ) : (
              <EditPart
                field={name(column)}
                value={value}
                required={column.required}
                dense
                issues={issuesOfPart(issues, column.name)}
                onChange={(next) => onChange(withPart(row, column.name, next) ?? {})}
              />
            )}
          </td>
        )
      })}
      <td className={classes['lineActions']}>
        {disabled ? null : (
          <Group gap={0} wrap="nowrap" justify="flex-end">
            <ActionIcon
              aria-label={t('field.moveUp', { row: place.index + 1 })}
              disabled={place.index === 0}
              onClick={() => onMove(place.index - 1)}
            >
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('field.moveDown', { row: place.index + 1 })}
              disabled={place.index === place.last}
              onClick={() => onMove(place.index + 1)}
            >
              <IconArrowDown size={14} />
            </ActionIcon>
            <ActionIcon aria-label={t('field.removeRow', { row: place.index + 1 })} onClick={onRemove}>
              <IconTrash size={14} />
            </ActionIcon>
          </Group>
        )}
      </td>
    </tr>
  )
}

export const compositeList: Widget = { Edit, Compare: text.Edit, inline: 'none', size: 'table' }
