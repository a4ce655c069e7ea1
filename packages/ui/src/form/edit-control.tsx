import { useWidgets, widgetOf } from '../widgets/widgets-context.ts'
import { useFormActions } from './form-actions-context.ts'
import type { ControlProps } from './form-context.ts'

/** One field of a form: label above, editor, what is wrong below. */
export function EditControl({ field, value, isRequired, isReadOnly, isFirst, issues }: ControlProps) {
  const { change, leave } = useFormActions()
  const { Edit } = widgetOf(useWidgets(), field)
  return (
    <div data-field={field.name} onBlur={() => leave(field.name)}>
      <Edit
        field={field}
        value={value}
        label={field.title}
        help={field.help}
        required={isRequired}
        disabled={isReadOnly}
        autoFocus={isFirst}
        issues={issues}
        onChange={(next) => change(field.name, next)}
      />
    </div>
  )
}
