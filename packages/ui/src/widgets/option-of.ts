import type { FieldView, Json, Option } from '@telar/metadata'

/** Option values may be numbers or booleans; inputs know text only. */
export const keyOf = (value: Json): string => JSON.stringify(value)

export const optionOf = (field: FieldView, value: Json): Option | undefined =>
  field.options.find((option) => option.value === value)

export const optionData = (field: FieldView) =>
  field.options.map((option) => ({ value: keyOf(option.value), label: option.label }))

export const valueOfKey = (field: FieldView, key: string): Json =>
  field.options.find((option) => keyOf(option.value) === key)?.value ?? null
