import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { inputProps } from './input-props.ts'
import { text } from './text-widget.tsx'
import type { Widget, WidgetProps } from './widget.ts'

/** The number is given when the record is saved; nobody writes it. */
function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      {...inputProps(props)}
      withAsterisk={false}
      disabled
      placeholder={t('field.numberedOnSave')}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={() => undefined}
    />
  )
}

export const autoNumber: Widget = { Edit, Compare: text.Edit, inline: 'none', size: 'line' }
