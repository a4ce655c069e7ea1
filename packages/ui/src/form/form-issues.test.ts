import { isObject, type JsonObject } from '@telar/metadata'
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { en } from '../i18n/en/index.ts'
import { formIssues, serverIssues } from './form-issues.ts'

const readObject = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text)
  return isObject(value) ? value : {}
}

const lostNeedsReason = readObject(
  '{ "if": { "required": ["stage"], "properties": { "stage": { "const": "lost" } } }, "then": { "required": ["reason"] } }',
)

const schema = {
  type: 'object',
  required: ['name', 'stage'],
  properties: {
    name: { type: 'string', maxLength: 5 },
    stage: { enum: ['open', 'lost'] },
    email: { type: 'string', format: 'email' },
    reason: { type: 'string' },
    lines: { type: 'array', items: { type: 'object', properties: { price: { type: 'number', minimum: 1 } } } },
  },
  allOf: [lostNeedsReason],
}

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
})

const issuesOf = (values: Parameters<typeof formIssues>[1]) => Object.fromEntries(formIssues(schema, values, i18next.t))

describe('issues of a form', () => {
  test('stand at the field, in words with the limit', () => {
    expect(issuesOf({ name: 'Much too long', stage: 'open' })).toEqual({ '/name': 'Use at most 5 characters.' })
  })

  test('name every missing field, empty ones included', () => {
    expect(issuesOf({ name: null })).toEqual({ '/name': 'This is needed.', '/stage': 'This is needed.' })
  })

  test('reach into rows', () => {
    const issues = issuesOf({ name: 'Acme', stage: 'open', lines: [{ price: 2 }, { price: 0 }] })
    expect(issues).toEqual({ '/lines/1/price': 'Must be at least 1.' })
  })

  test('follow conditions of the schema', () => {
    expect(issuesOf({ name: 'Acme', stage: 'lost' })).toEqual({ '/reason': 'This is needed.' })
  })

  test('speak of formats in their own words', () => {
    expect(issuesOf({ name: 'Acme', stage: 'open', email: 'nobody' })).toEqual({
      '/email': 'This does not look like an email address.',
    })
  })

  test('of a choice of schemas do not name its branches', () => {
    const choice = { properties: { size: { anyOf: [{ type: 'number' }, { const: 'all' }] } } }
    expect([...formIssues(choice, { size: 'x' }, i18next.t)]).toEqual([['/size', 'This value is not valid.']])
  })

  test('of the record as a whole are left to the server', () => {
    expect([...formIssues({ minProperties: 2 }, { name: 'Acme' }, i18next.t)]).toEqual([])
  })

  test('are none for a good record', () => {
    expect(issuesOf({ name: 'Acme', stage: 'open' })).toEqual({})
  })
})

test('what the server found goes to its field, the rest is told apart', () => {
  const issue = (pointer: string, message: string) => ({ pointer, code: 'x', params: {}, message })
  const { atFields, others } = serverIssues(
    [issue('/name', 'taken'), issue('/lines/0/price', 'too low'), issue('', 'busy'), issue('/secret', 'no')],
    new Set(['name', 'lines']),
  )
  expect([...atFields]).toEqual([
    ['/name', 'taken'],
    ['/lines/0/price', 'too low'],
  ])
  expect(others).toEqual(['busy', 'no'])
})
