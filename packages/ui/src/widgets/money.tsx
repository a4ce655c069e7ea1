import { Group, Select } from '@mantine/core'
import { isObject, type Json } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { NumberField } from './number-field.tsx'
import { scaleOf } from './scale.ts'
import type { Widget, WidgetProps } from './widget.ts'
import classes from './widgets.module.css'

const amountOf = (value: Json): string =>
  isObject(value) && typeof value['amount'] === 'string' ? value['amount'] : ''

const currencyOf = (value: Json): string | undefined =>
  isObject(value) && typeof value['currency'] === 'string' ? value['currency'] : undefined

/** An amount and its currency; without a choice of currencies only the amount. */
function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const currency = currencyOf(props.value) ?? model.baseCurrency
  const known = [...new Set([currency, ...model.currencies])]
  const write = (amount: string, nextCurrency: string) =>
    props.onChange(amount === '' ? null : { amount, currency: nextCurrency })
  return (
    <Group gap={4} wrap="nowrap" align="flex-end" className={classes['money']}>
      <NumberField
        props={props}
        text={amountOf(props.value)}
        decimals={scaleOf(props.field) ?? 2}
        onText={(text) => write(text, currency)}
      />
      <Select
        aria-label={t('field.currencyOf', { field: props.field.title })}
        data={known}
        value={currency}
        allowDeselect={false}
        disabled={props.disabled === true}
        w={76}
        onChange={(next) => write(amountOf(props.value), next ?? currency)}
      />
    </Group>
  )
}

export const money: Widget = { Edit, inline: 'popup', wide: false }
