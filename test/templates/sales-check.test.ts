import { checkDefinition, messageOf } from '@telar/metadata'
import { documentValidator } from '@telar/runtime'
import { expect, it } from 'vitest'
import { readTemplate } from './template-documents.ts'

it('has nothing that the check of definitions objects to', () => {
  const definition = new Map([...readTemplate('sales')].map(([path, { json }]) => [path, json]))
  const { issues } = checkDefinition(definition, new Map(), documentValidator)
  expect(issues.map((issue) => `${issue.file ?? ''} ${issue.pointer} ${messageOf(issue, 'en')}`)).toEqual([])
})
