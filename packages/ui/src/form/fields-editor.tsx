import type { FieldView, Json, JsonObject } from '@telar/metadata'
import { widgets } from '../widgets/index.ts'
import { issuesOfPart } from '../widgets/parts-of-value.ts'
import type { FieldIssues } from '../widgets/widget.ts'
import { widgetOf, WidgetsProvider } from '../widgets/widgets-context.ts'
import classes from './form.module.css'

interface FieldsEditorProps {
  readonly fields: readonly FieldView[]
  readonly values: JsonObject
  readonly issues: FieldIssues
  readonly onChange: (values: JsonObject) => void
}

/** A few fields one below the other, without a layout: what a link says about itself. */
export function FieldsEditor({ fields, values, issues, onChange }: FieldsEditorProps) {
  const write = (name: string) => (value: Json) => onChange({ ...values, [name]: value })
  return (
    <WidgetsProvider value={widgets}>
      <div className={classes['vertical']}>
        {fields.map((field, index) => {
          const { Edit } = widgetOf(widgets, field)
          return (
            <Edit
              key={field.name}
              field={field}
              value={values[field.name] ?? null}
              label={field.title}
              help={field.help}
              required={field.required}
              autoFocus={index === 0}
              issues={issuesOfPart(issues, field.name)}
              onChange={write(field.name)}
            />
          )
        })}
      </div>
    </WidgetsProvider>
  )
}
