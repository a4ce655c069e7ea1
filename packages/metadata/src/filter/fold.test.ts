import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['Ñandú & Cía.', 'nandu & cia.'],
  ['STRASSE', 'strasse'],
  ['Straße', 'strasse'],
  ['İstanbul', 'istanbul'],
  ['ışık', 'isik'],
  ['façade', 'facade'],
  ['Łódź', 'lodz'],
  ['Ærø Þór', 'aero thor'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
  ['Οδυσσεύς', 'οδυσσευσ'],
  ['e\u0301cole', 'ecole'],
  ['O’Brien – “ok”', 'o\'brien - "ok"'],
  ['ﬁn ①', 'fin 1'],
  ['हिन्दी', 'हिन्दी'],
])('%s is found as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('folding a folded text changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
})
