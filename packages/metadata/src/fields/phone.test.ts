import { describe, expect, it } from 'vitest'
import { exampleField } from './example-field.ts'
import { phone } from './phone.ts'

const field = exampleField({ 'x-field': 'phone' })

describe('a telephone number', () => {
  it.each(['912345678', '912 34 56 78', '+34 912-345-678', '0034 912345678', '(+34) 912.345.678'])(
    'is the same however it is written: %s',
    (text) => {
      expect(phone.normalise(text, field)).toBe('+34912345678')
    },
  )

  it('is found whole or by a part of its digits', () => {
    expect(phone.operand('912 345 678', 'value', field)).toBe('+34912345678')
    expect(phone.operand('34 56', 'value', field)).toBe('3456')
    expect(phone.searchText('+34912345678', field)).toBe('+34912345678 +34 912 34 56 78')
  })
})
