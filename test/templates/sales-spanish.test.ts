import { describe, expect, it } from 'vitest'
import { documents } from './sales-model.ts'
import { type JsonObject, object, objectsWithin, text } from './template-documents.ts'

const labels = object(documents.get('translations/es.json')?.json['labels'])

/** What a reader of the template meets: stable id (with the label's part) and the English text. */
const written: readonly (readonly [string, string])[] = [...documents.values()].flatMap(({ path, json }) =>
  labelsOf(path, json),
)

function labelsOf(path: string, json: JsonObject): readonly (readonly [string, string])[] {
  if (path.startsWith('translations/')) return []
  const module = object(json['x-module'])
  const own: readonly (readonly [string, string])[] =
    'x-module' in json
      ? [
          [text(module['id']), text(json['title'])],
          [`${text(module['id'])}.plural`, text(module['plural'])],
          [`${text(module['id'])}.help`, text(json['description'])],
        ]
      : []
  return [...own, ...objectsWithin(json).flatMap(({ value }) => labelsOfObject(value)), ...layoutLabels(json)]
}

function labelsOfObject(value: JsonObject): readonly (readonly [string, string])[] {
  const id = text(value['x-id'])
  if (id === '') return []
  const label = text(value['title']) || text(value['label']) || text(value['group'])
  return [
    [id, label],
    ...('description' in value ? [[`${id}.help`, text(value['description'])] as const] : []),
    ...('x-inverse-title' in value ? [[`${id}.inverse`, text(value['x-inverse-title'])] as const] : []),
  ]
}

function layoutLabels(json: JsonObject): readonly (readonly [string, string])[] {
  return objectsWithin(object(json['ui'])).flatMap(({ value }) =>
    'label' in value ? [[`${text(json['x-id'])}.${text(value['label'])}`, text(value['label'])] as const] : [],
  )
}

/** Words that are the same in both languages. */
const shared = new Set([
  'LinkedIn',
  'Total',
  'Subtotal',
  'Supervisor',
  'General',
  'Portugal',
  'Manual',
  'Metal',
  'Telemarketing',
])

const englishWords =
  /(?<!\p{L})(the|of|and|with|for|by|to|from|this|that|not|all|my|date|status|name|open|closed|new|due|next|last|paid|other|value|start|end)(?!\p{L})/iu

describe('the Spanish of the sales template', () => {
  it('has a label for every text and none for a text that is gone', () => {
    const keys = new Set(written.map(([id]) => id))
    expect([...keys].filter((key) => text(labels[key]).trim() === '')).toEqual([])
    expect(Object.keys(labels).filter((key) => !keys.has(key))).toEqual([])
  })

  it('leaves no English behind', () => {
    const same = written.filter(([id, english]) => labels[id] === english && !shared.has(english))
    expect(same).toEqual([])
    const english = Object.values(labels).filter((label) => englishWords.test(text(label)))
    expect(english).toEqual([])
  })

  it('starts every label with a capital and leaves no spaces around it', () => {
    const bad = Object.values(labels)
      .map(text)
      .filter((label) => label !== label.trim() || !/^[\p{Lu}\d]/u.test(label))
    expect(bad).toEqual([])
  })
})
