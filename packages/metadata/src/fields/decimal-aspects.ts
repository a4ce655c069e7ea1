import { numberAt } from '../json.ts'
import { decimalSettings } from './decimal-settings.ts'
import { mainPart, oneColumn } from './define-field-type.ts'
import { decimalProblems, exactFrom, plainDecimal } from './exact-decimal.ts'
import type { Field, FieldType, TextContext, TextReading } from './field-type.ts'
import { readNumberText } from './number-text.ts'
import { orderOperators } from './operator-sets.ts'
import { understood } from './value-problem.ts'

const scaleOf = ({ schema }: Field): number | undefined => numberAt(schema, 'x-scale')

/** What a person wrote as the canonical decimal text of the field. */
export const readDecimalText = (text: string, field: Field, context: TextContext): TextReading => {
  const scale = scaleOf(field)
  const reading = readNumberText(
    text,
    context,
    (plain) => scale === undefined || (exactFrom(plain)?.decimalPlaces() ?? 0) <= scale,
  )
  return reading.ok ? understood(plainDecimal(reading.value, scale) ?? reading.value) : reading
}

/** What kinds whose value is one exact decimal number have in common. */
export const decimalAspects = {
  settings: { type: 'object', properties: decimalSettings },
  storage: oneColumn('numeric'),
  valueSchema: () => ({ type: 'string', maxLength: 90 }),
  normalise: (value, field) =>
    plainDecimal(value, scaleOf(field)) ?? (typeof value === 'string' ? value.trim() : value),
  check: (value, field) => (typeof value === 'string' ? decimalProblems(value, field.schema, scaleOf(field)) : []),
  operators: { [mainPart]: orderOperators },
  measures: ['count', 'countDistinct', 'sum', 'average', 'min', 'max'],
  fromText: readDecimalText,
} satisfies Partial<FieldType>
