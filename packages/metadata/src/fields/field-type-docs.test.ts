import { describe, expect, it } from 'vitest'
import { languages } from '../language.ts'
import { fieldTypeDocs } from './field-type-docs.ts'
import { fieldTypes } from './index.ts'

describe.each(languages)('the page of field types in %s', (language) => {
  const page = fieldTypeDocs(language)

  it('has a section for every kind', () => {
    for (const type of fieldTypes.values())
      expect(page).toContain(`### ${type.title[language]} (\`${type.kind}\`)\n\n${type.description[language]}`)
  })

  it('leaves no place unfilled', () => {
    expect(page).not.toMatch(/undefined|\[object|\{(schema|limit|text)\}/)
  })
})
