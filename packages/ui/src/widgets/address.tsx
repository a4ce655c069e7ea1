import { Input, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { Json } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../workspace/workspace-context.tsx'
import { countryCodes } from './country-codes.ts'
import { clearLabel, textOrNull } from './input-props.ts'
import { issuesOfPart, partOf, withPart } from './parts-of-value.ts'
import { text } from './text-widget.tsx'
import type { Widget, WidgetProps } from './widget.ts'
import classes from './widgets.module.css'

const asText = (value: Json): string => (typeof value === 'string' ? value : '')

function Edit({ field, value, onChange, label, help, required, disabled, autoFocus, issues }: WidgetProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const countries = countryCodes.map((code) => ({ value: code, label: format.country(code) }))
  const sorted = countries.toSorted((a, b) => a.label.localeCompare(b.label, format.locale.language))
  const part = (name: 'street' | 'postalCode' | 'city' | 'state') => ({
    placeholder: t(`field.address.${name}`),
    'aria-label': t(`field.address.${name}`),
    disabled: disabled === true,
    error: issuesOfPart(issues, name).get(''),
    value: asText(partOf(value, name)),
  })
  const write = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange(withPart(value, name, textOrNull(event.currentTarget.value)))
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
        <Textarea
          {...part('street')}
          className={classes['whole']}
          minRows={1}
          autoFocus={autoFocus === true}
          onChange={write('street')}
        />
        <TextInput {...part('postalCode')} onChange={write('postalCode')} />
        <TextInput {...part('city')} onChange={write('city')} />
        <TextInput {...part('state')} onChange={write('state')} />
        <Select
          data={sorted}
          searchable
          clearable
          clearButtonProps={clearLabel(t('action.clear'))}
          nothingFoundMessage={t('field.nothingFound')}
          placeholder={t('field.address.country')}
          aria-label={t('field.address.country')}
          disabled={disabled === true}
          error={issuesOfPart(issues, 'country').get('')}
          value={asText(partOf(value, 'country')) || null}
          onChange={(code) => onChange(withPart(value, 'country', code))}
        />
      </SimpleGrid>
    </Input.Wrapper>
  )
}

export const address: Widget = { Edit, Compare: text.Edit, inline: 'popup', size: 'line' }
