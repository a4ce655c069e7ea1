export interface Option {
  readonly id: string
  readonly value: string | number | boolean
  readonly label: string
  readonly color: OptionColor
}

/** Ten named colours; the theme decides what they look like. */
export const optionColors = [
  'gray',
  'red',
  'pink',
  'grape',
  'indigo',
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
] as const

export type OptionColor = (typeof optionColors)[number]
