import { describe, expect, it } from 'vitest'
import { exampleField } from './example-field.ts'
import { multiSelect } from './multi-select.ts'
import { select } from './select.ts'
import { textContext } from './text-context.ts'

const spanish = (labels: Readonly<Record<string, string>>) => ({
  ...textContext('es', 'UTC'),
  say: (_id: string, written: string) => labels[written] ?? written,
})

describe('a choice', () => {
  const field = exampleField({ enum: ['Won', 'lost', 3, true] })

  it('stands in a text column whatever its kind, and comes back as it was', () => {
    expect(select.store(3, field)).toEqual({ value: '3' })
    expect(select.read({ value: '3' }, field, () => null)).toBe(3)
    expect(select.read({ value: 'true' }, field, () => null)).toBe(true)
    expect(select.read({ value: 'retired' }, field, () => null)).toBe('retired')
  })

  it('is sorted in the order of its list', () => {
    expect(select.sort(field)).toEqual({ by: 'position', values: ['Won', 'lost', '3', 'true'] })
  })

  it('is read by its label in the language of the reader, as written, or by its value, accents and capitals aside', () => {
    const context = spanish({ Won: 'Ganada', lost: 'Pérdida' })
    expect(select.fromText('ganada', field, context)).toEqual({ ok: true, value: 'Won' })
    expect(select.fromText('perdida ', field, context)).toEqual({ ok: true, value: 'lost' })
    expect(select.fromText('WON', field, context)).toEqual({ ok: true, value: 'Won' })
    expect(select.toText('lost', field, context)).toBe('Pérdida')
    expect(select.fromText('perhaps', field, context)).toMatchObject({ ok: false, problem: { code: 'optionText' } })
  })

  it('is refused where two options are called alike', () => {
    const context = spanish({ Won: 'Cerrada', lost: 'CERRADA' })
    expect(select.fromText('cerráda', field, context)).toMatchObject({
      ok: false,
      problem: { code: 'optionAmbiguous' },
    })
    expect(select.fromText('Cerrada', field, context)).toEqual({ ok: true, value: 'Won' })
  })

  it('takes a value of another kind in a foreign schema as it is', () => {
    expect(select.normalise('3', field)).toBe(3)
    expect(select.normalise('3', exampleField({ enum: [3] }, { origin: 'foreign' }))).toBe('3')
  })
})

describe('several choices', () => {
  const field = exampleField({ type: 'array', items: { enum: ['a', 'b, c'] } }, { required: true })

  it('are read apart by semicolons, line ends or commas', () => {
    const read = (text: string) => multiSelect.fromText(text, field, textContext('en', 'UTC'))
    expect(read('a; b, c')).toEqual({ ok: true, value: ['a', 'b, c'] })
    expect(read('b, c')).toEqual({ ok: true, value: ['b, c'] })
    expect(read('a\nb, c')).toEqual({ ok: true, value: ['a', 'b, c'] })
    expect(read('a, a')).toEqual({ ok: true, value: ['a', 'a'] })
    expect(read('')).toEqual({ ok: true, value: [] })
    expect(read('a; z')).toMatchObject({ problem: { code: 'optionText' } })
  })

  it('need one choice where the field is required', () => {
    expect(multiSelect.valueSchema(field)).toMatchObject({ minItems: 1, uniqueItems: true })
  })
})
