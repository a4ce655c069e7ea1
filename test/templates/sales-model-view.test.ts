import { accessOf, type Json, localise, modelView, noRights, type Principal, resolve } from '@telar/metadata'
import { describe, expect, it } from 'vitest'
import { isObject, readTemplate } from './template-documents.ts'

const reader: Principal = {
  ...noRights,
  id: '0198c1e2-7a4b-7c3d-8e5f-00000000a001',
  name: 'Ada',
  email: 'ada@example.com',
  administrator: true,
  timeZone: 'Europe/Madrid',
  firstDayOfWeek: 1,
}

const { model } = resolve(new Map([...readTemplate('sales')].map(([path, { json }]) => [path, json])))

const access = accessOf({ model, principal: reader, now: '2026-11-22T08:00:00.000Z' })

const viewIn = (language: string): Json => JSON.parse(JSON.stringify(modelView(access, language)))

const labels = new Set(['title', 'plural', 'description', 'help', 'label'])

interface Label {
  readonly place: string
  readonly text: string
}

/** Every text that a screen shows, by its place; schemas keep the author's words, and the application names its own fields. */
const labelsIn = (value: Json, place = ''): readonly Label[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => labelsIn(item, `${place}/${index}`))
  if (!isObject(value) || value['system'] === true) return []
  return Object.entries(value).flatMap(([key, child]) => {
    if (key === 'schema') return []
    const isLabel = labels.has(key) && typeof child === 'string' && child !== ''
    return isLabel ? [{ place: `${place}/${key}`, text: child }] : labelsIn(child, `${place}/${key}`)
  })
}

/** Words that are the same in both languages. */
const shared = new Set('LinkedIn Total Subtotal Supervisor General Portugal Manual Metal Telemarketing'.split(' '))

describe('the model of the sales template', () => {
  const english = labelsIn(viewIn('en'))
  const spanish = new Map(labelsIn(viewIn('es')).map(({ place, text }) => [place, text]))

  it('has a Spanish label wherever it has an English one', () => {
    expect(english.length).toBeGreaterThan(1000)
    expect([...spanish.keys()]).toEqual(english.map(({ place }) => place))
    expect(english.filter(({ place, text }) => spanish.get(place) === text && !shared.has(text))).toEqual([])
  })

  it('is the same in the Spanish of any country, and in English where a language is not known', () => {
    expect(viewIn('es-MX')).toEqual(viewIn('es'))
    expect(viewIn('fr')).toEqual(viewIn('en'))
    expect(localise(model, 'es-AR')('mo_of_nothing', 'as written')).toBe('as written')
  })
})
