import { NumberInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../workspace/workspace-context.tsx'
import { inputProps } from './input-props.ts'
import { withoutTrailingZeros } from './trailing-zeros.ts'
import type { WidgetProps } from './widget.ts'

interface NumberFieldProps {
  readonly props: WidgetProps
  /** The number as plain decimal text, exact. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly decimals?: number | undefined
  /** Always as many digits after the point as `decimals` says. */
  readonly isFixed?: boolean
  readonly allowDecimal?: boolean
  readonly prefix?: string
  readonly suffix?: string
  /** Stands at the end inside the field. */
  readonly side?: { readonly node: ReactNode; readonly width: number }
}

/** A number written with the separators of the reader; it gives and takes decimal text, so nothing is rounded. */
export function NumberField({
  props,
  text,
  onText,
  decimals,
  isFixed = false,
  allowDecimal = true,
  prefix,
  suffix,
  side,
}: NumberFieldProps) {
  const { separators } = useFormat()
  // While somebody writes, their own zeros stay.
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <NumberInput
      {...inputProps(props)}
      classNames={{ input: 'numeric' }}
      value={draft ?? (isFixed ? text : withoutTrailingZeros(text))}
      valueIsNumericString
      thousandSeparator={separators.group}
      decimalSeparator={separators.decimal}
      allowedDecimalSeparators={separators.decimal === ',' ? [',', '.'] : ['.']}
      allowDecimal={allowDecimal}
      {...(decimals === undefined ? {} : { decimalScale: decimals })}
      fixedDecimalScale={isFixed && draft === null}
      {...(prefix === undefined ? {} : { prefix })}
      {...(suffix === undefined ? {} : { suffix })}
      {...(side === undefined ? {} : { rightSection: side.node, rightSectionWidth: side.width })}
      withKeyboardEvents={false}
      inputMode={allowDecimal ? 'decimal' : 'numeric'}
      onBlur={() => setDraft(null)}
      onValueChange={({ value }, { source }) => {
        if (source !== 'event') return
        setDraft(value)
        onText(value)
      }}
    />
  )
}
