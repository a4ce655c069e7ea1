import { isObject, type Json } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { useFormat, useWorkspace } from '../workspace/workspace-context.tsx'
import { decimal } from './decimal.tsx'
import { NumberField } from './number-field.tsx'
import { scaleOf } from './scale.ts'
import type { Widget, WidgetProps } from './widget.ts'
import classes from './widgets.module.css'

const amountOf = (value: Json): string =>
  isObject(value) && typeof value['amount'] === 'string' ? value['amount'] : ''

const currencyOf = (value: Json): string | undefined =>
  isObject(value) && typeof value['currency'] === 'string' ? value['currency'] : undefined

/** An amount and its currency; in a table the currency is that of the others and only said. */
function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const currency = currencyOf(props.value) ?? model.baseCurrency
  const known = [...new Set([currency, ...model.currencies])]
  const write = (amount: string, nextCurrency: string) =>
    props.onChange(amount === '' ? null : { amount, currency: nextCurrency })
  const format = useFormat()
  const isChoice = props.dense !== true && known.length > 1
  const choice = (
    <select
      className={classes['currency']}
      aria-label={t('field.currencyOf', { field: props.field.title })}
      value={currency}
      disabled={props.disabled === true}
      onChange={(event) => write(amountOf(props.value), event.currentTarget.value)}
    >
      {known.map((code) => (
        <option key={code}>{code}</option>
      ))}
    </select>
  )
  return (
    <NumberField
      props={props}
      text={amountOf(props.value)}
      decimals={scaleOf(props.field) ?? 2}
      isFixed
      {...(isChoice ? { side: { node: choice, width: currencyWidth } } : format.currencyAffix(currency))}
      onText={(text) => write(text, currency)}
    />
  )
}

const currencyWidth = 64

export const money: Widget = {
  Edit,
  Compare: decimal.Edit,
  compareParts: { amount: decimal.Edit },
  inline: 'popup',
  size: 'line',
}
