import { NumberInput } from '@mantine/core'
import { useFormat } from '../workspace/workspace-context.tsx'
import { inputProps } from './input-props.ts'
import type { WidgetProps } from './widget.ts'

interface NumberFieldProps {
  readonly props: WidgetProps
  /** The number as plain decimal text, exact. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly decimals?: number | undefined
  readonly allowDecimal?: boolean
  readonly suffix?: string
}

/** A number written with the separators of the reader; it gives and takes decimal text, so nothing is rounded. */
export function NumberField({ props, text, onText, decimals, allowDecimal = true, suffix }: NumberFieldProps) {
  const { separators } = useFormat()
  return (
    <NumberInput
      {...inputProps(props)}
      className="numeric"
      value={text}
      valueIsNumericString
      thousandSeparator={separators.group}
      decimalSeparator={separators.decimal}
      allowedDecimalSeparators={separators.decimal === ',' ? [',', '.'] : ['.']}
      allowDecimal={allowDecimal}
      {...(decimals === undefined ? {} : { decimalScale: decimals })}
      {...(suffix === undefined ? {} : { suffix })}
      withKeyboardEvents={false}
      inputMode={allowDecimal ? 'decimal' : 'numeric'}
      onValueChange={({ value }, { source }) => {
        if (source === 'event') onText(value)
      }}
    />
  )
}
