import { MultiSelect } from '@mantine/core'
import { isList } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { clearLabel, inputProps } from './input-props.ts'
import { keyOf, optionData, valueOfKey } from './option-of.ts'
import { select } from './select.tsx'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const { field } = props
  const chosen = isList(props.value) ? props.value.map(keyOf) : []
  return (
    <MultiSelect
      {...inputProps(props)}
      data={optionData(field)}
      value={chosen}
      searchable
      clearable
      clearButtonProps={clearLabel(t('action.clear'))}
      nothingFoundMessage={t('field.nothingFound')}
      placeholder={chosen.length === 0 ? t('field.choose') : ''}
      onChange={(keys) => props.onChange(keys.length === 0 ? null : keys.map((key) => valueOfKey(field, key)))}
    />
  )
}

export const multiSelect: Widget = { Edit, Compare: select.Edit, inline: 'popup', size: 'line' }
