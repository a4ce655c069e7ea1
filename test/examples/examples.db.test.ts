import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isObject, type JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'

let app: TestApp

const records = (name: string, data: JsonObject) => app.api.post(`/records/${name}`, data)

const textOf = (file: string): Promise<string> =>
  readFile(path.resolve(import.meta.dirname, '../../examples', file), 'utf8')

describe('examples/hello-module', () => {
  beforeAll(async () => {
    app = await startTestApp({ definition: 'examples/hello-module' })
  })

  afterAll(() => app.stop())

  it('is a whole application', async () => {
    const contact = { name: 'Julia Cortázar', email: 'julia@cortazar.example', since: '1963-06-28' }
    expect((await records('contact', contact)).expect(201).body).toMatchObject(contact)
    const found = (await app.api.get('/search', { query: { q: 'cortazar' } })).expect(200)
    expect(found.each('hits', 'label')).toEqual(['Julia Cortázar'])
  })

  it('refuses what its document does not allow', async () => {
    expect((await records('contact', { email: 'nobody' })).expect(422).issues.toSorted()).toEqual([
      '/email format',
      '/name required',
    ])
  })
})

describe('examples/any-json-schema', () => {
  let text: string
  let vessel: JsonObject

  beforeAll(async () => {
    app = await startTestApp({ definition: 'examples/any-json-schema' })
    text = await textOf('any-json-schema/modules/vessel.json')
    const schema: { readonly examples: readonly unknown[] } = JSON.parse(text)
    const [sample] = schema.examples
    vessel = isObject(sample) ? sample : {}
  })

  afterAll(() => app.stop())

  it('keeps the document as its author wrote it', async () => {
    const stored = (await app.api.get('/versions/1/documents')).expect(200)
    expect(stored.at('documents', 'modules/vessel.json')).toBe(text)
  })

  it('takes its author’s record and gives it back', async () => {
    expect((await records('vessel', vessel)).expect(201).body).toMatchObject(vessel)
  })

  it.each<readonly [string, JsonObject, string]>([
    ['another form of number', { imo: 'EDM1' }, '/imo pattern'],
    ['a tanker without tonnage', { grossTonnage: null }, '/grossTonnage required'],
    ['a port without a code', { home: { terminal: 'B' } }, '/home/code required'],
    ['a call without arrival', { calls: [{ port: { code: 'ESVGO' } }] }, '/calls/0/arrival required'],
    [
      'a draught of 31 metres',
      { calls: [{ port: { code: 'ESVGO' }, arrival: '2026-03-01T06:30:00Z', draught: 31 }] },
      '/calls/0/draught maximum',
    ],
  ])('refuses %s', async (_what, change, issue) => {
    expect((await records('vessel', { ...vessel, ...change })).expect(422).issues).toContain(issue)
  })
})
