import { Input, SimpleGrid } from '@mantine/core'
import { issuesOfPart, partOf, withPart } from './parts-of-value.ts'
import { text } from './text-widget.tsx'
import type { Widget, WidgetProps } from './widget.ts'
import { useWidgets, widgetOf } from './widgets-context.ts'
import classes from './widgets.module.css'

function Edit({ field, value, onChange, label, help, required, disabled, issues }: WidgetProps) {
  const widgets = useWidgets()
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
      <div className={classes['box']}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          {Object.values(field.children).map((child) => {
            const { Edit: EditPart, size } = widgetOf(widgets, child)
            return (
              <div key={child.name} className={size === 'line' ? undefined : classes['whole']}>
                <EditPart
                  field={child}
                  value={partOf(value, child.name)}
                  label={child.title}
                  help={child.help}
                  required={child.required}
                  disabled={disabled === true || child.readOnly}
                  issues={issuesOfPart(issues, child.name)}
                  onChange={(next) => onChange(withPart(value, child.name, next))}
                />
              </div>
            )
          })}
        </SimpleGrid>
      </div>
    </Input.Wrapper>
  )
}

export const composite: Widget = { Edit, Compare: text.Edit, inline: 'popup', size: 'wide' }
