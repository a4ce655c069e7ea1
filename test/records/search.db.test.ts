import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

const text = { type: 'string' }

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      'modules/company.json': {
        type: 'object',
        'x-module': { name: '{name}' },
        properties: { name: text, notes: text, secret: { ...text, 'x-searchable': false } },
      },
      'modules/person.json': {
        type: 'object',
        'x-module': { name: '{first} {last}' },
        properties: { first: text, last: text },
      },
    },
  })
  const companies: readonly (readonly [string, string])[] = [
    ['Martínez e Hijos', ''],
    ['Talleres Martínez', ''],
    ['Panadería Ñandú', 'Recomendada por Martínez'],
    ['100% Algodón_SA', ''],
    ['Zapatería Ruiz', 'Suministra a la panadería'],
  ]
  for (const [name, notes] of companies)
    (await app.api.post('/records/company', { name, notes, secret: 'contraseña' })).expect(201)
  ;(await app.api.post('/records/person', { first: 'Lucía', last: 'Martínez' })).expect(201)
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

const labels = async (q: string, query: Record<string, string> = {}) =>
  (await app.api.get('/search', { query: { q, ...query } })).expect(200).each('hits', 'label')

describe('search', () => {
  it('finds records of all modules, names before mentions', async () => {
    expect(await labels('martinez')).toEqual([
      'Martínez e Hijos',
      'Lucía Martínez',
      'Talleres Martínez',
      'Panadería Ñandú',
    ])
  })

  it('takes case and accents for small differences, and finds parts of words', async () => {
    expect(await labels('ÑANDU')).toEqual(['Panadería Ñandú'])
    expect(await labels('apater')).toEqual(['Zapatería Ruiz'])
  })

  it('wants every word, wherever it stands', async () => {
    expect(await labels('martínez panad')).toEqual(['Panadería Ñandú'])
  })

  it('forgives a slip', async () => {
    expect(await labels('zapateira')).toContain('Zapatería Ruiz')
    expect(await labels('martines')).toContain('Talleres Martínez')
    expect(await labels('maritnez')).toContain('Talleres Martínez')
    expect(await labels('lucai')).toContain('Lucía Martínez')
  })

  it('looks for one or two letters at the start of names', async () => {
    expect(await labels('ta')).toEqual(['Talleres Martínez'])
    expect(await labels('Z')).toEqual(['Zapatería Ruiz'])
  })

  it('stays in the modules it is told', async () => {
    expect(await labels('martinez', { module: 'person' })).toEqual(['Lucía Martínez'])
    ;(await app.api.get('/search', { query: { q: 'x', module: 'nothing' } })).expect(404)
  })

  it('takes % and _ for themselves', async () => {
    expect(await labels('100%')).toEqual(['100% Algodón_SA'])
    expect(await labels('n_sa')).toEqual(['100% Algodón_SA'])
    expect(await labels('%%%')).toEqual([])
  })

  it('does not look where the author said no, nor at deleted records', async () => {
    expect(await labels('contraseña')).toEqual([])
    const gone = (await app.api.post('/records/company', { name: 'Efímera' })).expect(201).string('id')
    expect(await labels('efimera')).toEqual(['Efímera'])
    ;(await app.api.delete(`/records/company/${gone}`)).expect(204)
    expect(await labels('efimera')).toEqual([])
  })

  it.each(['', '   ', '\\', "'", '"; drop table', 'x'.repeat(5000), '🚀', '((((', '\u0000'])(
    'answers nonsense %j without harm',
    async (q) => {
      const answer = await app.api.get('/search', { query: { q } })
      expect([200, 400]).toContain(answer.status)
    },
  )

  it.each(['0', '51', 'many', '-1'])('refuses the limit %s', async (limit) => {
    ;(await app.api.get('/search', { query: { q: 'a', limit } })).expect(400)
  })
})
