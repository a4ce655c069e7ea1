import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkDefinition, checkFilter, type Json, messageOf, readJson, resolve } from '@telar/metadata'
import { documentValidator } from '@telar/runtime'
import { describe, expect, it } from 'vitest'
import { object, readTemplate } from '../templates/template-documents.ts'

const docs = path.resolve(import.meta.dirname, '../../docs/developers')

interface Block {
  /** What stands behind `json`: a path, or what the block is of. */
  readonly about: string
  readonly value: Json
}

/** The fenced JSON of a page; what is no JSON fails here. */
const blocksOf = (page: string): readonly Block[] =>
  [...readFileSync(path.join(docs, page), 'utf8').matchAll(/^```json(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, about = '', text = '']) => {
      const { value, issues } = readJson(text)
      expect(issues).toEqual([])
      return { about: about.trim(), value: value ?? null }
    },
  )

describe('the documents of definition.md', () => {
  const documents = blocksOf('definition.md').map(({ about, value }) => [about, object(value)] as const)
  const { issues } = checkDefinition(new Map(documents), new Map(), documentValidator)

  it('are one sound definition', () => {
    expect(documents.length).toBeGreaterThan(9)
    expect(
      issues
        .filter(({ severity }) => severity === 'error')
        .map((issue) => `${issue.file} ${issue.pointer} ${messageOf(issue, 'en')}`),
    ).toEqual([])
  })

  it('have exactly the reports that the page tells of', () => {
    expect(issues.map(({ file, pointer, code }) => `${file} ${pointer} ${code}`).toSorted()).toEqual([
      'modules/person.json /properties/id FIELD_NAME_SYSTEM',
      'modules/person.json /properties/phones/items/pattern SCHEMA_PATTERN',
      'modules/person.json /properties/vatNumber/format SCHEMA_FORMAT_UNKNOWN',
    ])
  })
})

describe('the filters of filters.md', () => {
  const { model } = resolve(new Map([...readTemplate('sales')].map(([file, { json }]) => [file, json])))
  const filters = blocksOf('filters.md').filter(({ about }) => about.startsWith('filter '))

  it.each(filters.map(({ about, value }) => [about.replace('filter ', ''), value] as const))(
    'of %s select its records: %j',
    (name, filter) => {
      const module = model.modules.get(name)
      expect(
        module === undefined
          ? ['no such module']
          : checkFilter(model, module, filter).map((issue) => messageOf(issue, 'en')),
      ).toEqual([])
    },
  )

  it('are several', () => {
    expect(filters.length).toBeGreaterThan(8)
  })
})
