import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelFields, parseLabelTemplate, renderLabel } from './label-template.ts'

const render = (source: string, values: Readonly<Record<string, string>>): string =>
  renderLabel(parseLabelTemplate(source), (field) => values[field] ?? '')

describe('a label template', () => {
  it('is text and names of fields', () => {
    expect(parseLabelTemplate('{number} · {subject}')).toEqual([
      { field: 'number' },
      { text: ' · ' },
      { field: 'subject' },
    ])
    expect(labelFields(parseLabelTemplate('{ first } {last} ({first})'))).toEqual(['first', 'last', 'first'])
  })

  it('is filled with the texts of the fields', () => {
    expect(render('{first} {last}', { first: 'Lucía', last: 'Ferrer' })).toBe('Lucía Ferrer')
    expect(render('Quote {number}: {subject}', { number: 'Q-7', subject: 'Racks' })).toBe('Quote Q-7: Racks')
  })

  it('leaves no gaps and no lonely marks where a field is empty', () => {
    expect(render('{first} {middle} {last}', { first: 'Lucía', last: 'Ferrer' })).toBe('Lucía Ferrer')
    expect(render('{number} · {subject}', { subject: 'Racks' })).toBe('Racks')
    expect(render('{number} – {subject}', { number: 'Q-7' })).toBe('Q-7')
    expect(render('{last}, {first}', {})).toBe('')
  })

  it('takes braces that name nothing for text', () => {
    expect(render('{} {{x}} }{', { x: 'X' })).toBe('{} {X} }{')
    expect(render('', {})).toBe('')
  })

  it('is cut between characters, and costs no more than it shows', () => {
    expect(render('{a}', { a: `${'x'.repeat(254)}🚀` })).toBe('x'.repeat(254))
    expect(render('{a}', { a: `${'x'.repeat(254)} y` })).toBe('x'.repeat(254))
    expect(render('{a}', { a: `${',-'.repeat(2_000_000)}x` })).toBe('')
  })

  it('is never longer than a label, never has spaces at its ends, and takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ maxLength: 60 }), (value, source) => {
        const label = render(`${source}{a}`, { a: value })
        expect(label.length).toBeLessThanOrEqual(255)
        expect(label.isWellFormed() || !(value + source).isWellFormed()).toBe(true)
        expect(label).toBe(label.trim())
      }),
    )
  })
})
