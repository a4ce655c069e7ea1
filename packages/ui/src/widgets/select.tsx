import { Group, Select } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Pill } from '../parts/pill.tsx'
import { clearLabel, inputProps } from './input-props.ts'
import { keyOf, optionData, valueOfKey } from './option-of.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const { field, value } = props
  const colorOf = (key: string) => field.options.find((option) => keyOf(option.value) === key)?.color ?? 'gray'
  return (
    <Select
      {...inputProps(props)}
      data={optionData(field)}
      value={value === null ? null : keyOf(value)}
      searchable={field.options.length > 7}
      {...(props.onDone === undefined ? {} : { onDropdownClose: props.onDone })}
      clearable={props.required !== true}
      // Choosing what is chosen already is no way to empty a field.
      allowDeselect={false}
      clearButtonProps={clearLabel(t('action.clear'))}
      nothingFoundMessage={t('field.nothingFound')}
      placeholder={t('field.choose')}
      maxDropdownHeight={320}
      onChange={(key) => props.onChange(key === null ? null : valueOfKey(field, key))}
      renderOption={({ option, checked }) => (
        <Group gap={8} wrap="nowrap" justify="space-between" w="100%">
          <Pill label={option.label} color={colorOf(option.value)} />
          {checked === true ? <IconCheck size={14} aria-hidden /> : null}
        </Group>
      )}
    />
  )
}

export const select: Widget = { Edit, inline: 'change', size: 'line' }
