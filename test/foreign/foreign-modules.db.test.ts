import { isObject, type Json, type JsonObject } from '@telar/metadata'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { publicSchemas } from './public-schemas.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.stop()
})

describe.each(publicSchemas.map((schema) => [schema.name, schema] as const))(
  'somebody else’s schema “%s”, unchanged,',
  (name, schema) => {
    beforeAll(async () => {
      const id = (await app.api.post('/changesets', { title: name })).expect(201).string('id')
      ;(await app.api.call('PUT', `/changesets/${id}/documents/modules/${name}.json`, { text: schema.text() })).expect(
        200,
      )
      ;(await app.api.post(`/changesets/${id}/publish`, { message: name })).expect(200)
    })

    it('is stored as its author wrote it', async () => {
      const n = Number((await app.api.get('/model')).at('version'))
      expect((await app.api.get(`/versions/${n}/documents`)).at('documents', `modules/${name}.json`)).toBe(
        schema.text(),
      )
    })

    it('is a module whose records have a name', async () => {
      const module = (await app.api.get('/model')).at('modules', name)
      expect(isObject(module) ? module['labelFields'] : null).toEqual([schema.label])
    })

    it.each(Object.entries(schema.samples()))('keeps its author’s own record %s as it was', async (_origin, sample) => {
      const created = (await app.api.post(`/records/${name}`, sample)).expect(201)
      const read = (await app.api.get(`/records/${name}/${created.string('id')}`)).expect(200)
      expect(authorsPart(read.body, sample)).toEqual(sample)
      const listed = (await app.api.get(`/records/${name}`, { query: { limit: 1 } })).expect(200)
      expect(listed.at('records', 0, 'id')).toBe(created.body['id'])
      const changed = (await app.api.patch(`/records/${name}/${created.string('id')}`, {})).expect(200)
      expect(authorsPart(changed.body, sample)).toEqual(sample)
    })
  },
)

/** The record in its author's names: what gave way to a system field (`id_`) is called again as it was. */
const authorsPart = (record: JsonObject, sample: JsonObject): Record<string, Json | undefined> =>
  Object.fromEntries(Object.keys(sample).map((key) => [key, record[`${key}_`] ?? record[key]]))
