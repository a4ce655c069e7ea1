import { Input } from '@mantine/core'
import { FieldValue } from '../views/field-value.tsx'
import { useWidgets, widgetOf } from '../widgets/widgets-context.ts'
import { FieldLock } from './field-lock.tsx'
import { useFormActions } from './form-actions-context.ts'
import type { ControlProps } from './form-context.ts'
import classes from './form.module.css'

/** One field of a form: label above, editor, what is wrong below. What cannot be written is text, no dead input. */
export function EditControl({ field, value, isRequired, isReadOnly, isLocked, isFirst, issues }: ControlProps) {
  const { change, leave } = useFormActions()
  const { Edit } = widgetOf(useWidgets(), field)
  if (isReadOnly) {
    return (
      <Input.Wrapper
        label={
          isLocked ? (
            <span className={classes['lockedLabel']}>
              {field.title} <FieldLock field={field} />
            </span>
          ) : (
            field.title
          )
        }
        labelElement="div"
        error={issues.get('')}
      >
        <div className={classes['fixed']}>
          <FieldValue field={field} value={value} />
        </div>
      </Input.Wrapper>
    )
  }
  return (
    <div data-field={field.name} onBlur={() => leave(field.name)}>
      <Edit
        field={field}
        value={value}
        label={field.title}
        help={field.help}
        required={isRequired}
        autoFocus={isFirst}
        issues={issues}
        onChange={(next) => change(field.name, next)}
      />
    </div>
  )
}
