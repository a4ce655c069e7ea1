import { Input, SimpleGrid, TextInput } from '@mantine/core'
import type { Json } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { textOrNull } from './input-props.ts'
import { issuesOfPart, partOf, withPart } from './parts-of-value.ts'
import { text } from './text-widget.tsx'
import type { Widget, WidgetProps } from './widget.ts'
import classes from './widgets.module.css'

const asText = (value: Json): string => (typeof value === 'string' ? value : '')

function Edit({ field, value, onChange, label, help, required, disabled, autoFocus, issues }: WidgetProps) {
  const { t } = useTranslation()
  const part = (name: 'prefix' | 'first' | 'middle' | 'last') => ({
    placeholder: t(`field.name.${name}`),
    'aria-label': t(`field.name.${name}`),
    disabled: disabled === true,
    error: issuesOfPart(issues, name).get(''),
    value: asText(partOf(value, name)),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(withPart(value, name, textOrNull(event.currentTarget.value))),
  })
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
      <SimpleGrid cols={2} spacing={4} verticalSpacing={4}>
        <TextInput {...part('first')} autoFocus={autoFocus === true} data-autofocus={autoFocus === true || undefined} />
        <TextInput {...part('last')} />
        <TextInput {...part('prefix')} />
        <TextInput {...part('middle')} />
      </SimpleGrid>
    </Input.Wrapper>
  )
}

export const personName: Widget = { Edit, Compare: text.Edit, inline: 'popup', size: 'line' }
