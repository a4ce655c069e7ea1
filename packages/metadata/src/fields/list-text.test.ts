import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinTexts, splitTexts } from './list-text.ts'

describe('a list of texts in one line', () => {
  it('is taken apart as it was put together', () => {
    const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a",; \n]{0,8}$/)), {
      minLength: 1,
    })
    fc.assert(
      fc.property(texts, fc.constantFrom<';' | ','>(';', ','), (list, separator) => {
        expect(splitTexts(joinTexts(list, separator), separator)).toEqual(list)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps a quote inside letters as a letter', () => {
    expect(splitTexts('5" screen; 7" screen', ';')).toEqual(['5" screen', '7" screen'])
  })

  it('takes an open quotation to the end', () => {
    expect(splitTexts('a; "b; c', ';')).toEqual(['a', '"b; c'])
  })
})
