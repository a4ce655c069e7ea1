import type { JsonObject } from '@telar/metadata'
import { beforeAll, expect, it } from 'vitest'
import { openTestBrowser } from '../drivers/test-browser.ts'

const telar = openTestBrowser()

/** Somebody's schema, as it came: nothing in it knows of Telar. */
const vessel: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://example.org/vessel.schema.json',
  title: 'Vessel',
  type: 'object',
  required: ['imo', 'vesselName'],
  definitions: {
    port: {
      type: 'object',
      required: ['unlocode'],
      properties: {
        unlocode: { type: 'string', pattern: '^[A-Z]{2}[A-Z2-9]{3}$', title: 'UN/LOCODE' },
        nights: { type: 'integer', minimum: 0, title: 'Nights' },
      },
    },
  },
  properties: {
    imo: { type: 'string', pattern: '^[0-9]{7}$', title: 'IMO number' },
    vesselName: { type: 'string', maxLength: 80, title: 'Vessel name' },
    flag: { type: 'string', enum: ['ES', 'PT', 'PA'], title: 'Flag' },
    grossTonnage: { type: 'number', minimum: 0, title: 'Gross tonnage' },
    launched: { type: 'string', format: 'date', title: 'Launched' },
    inService: { type: 'boolean', title: 'In service' },
    engine: {
      type: 'object',
      title: 'Engine',
      properties: {
        maker: { type: 'string', title: 'Maker' },
        kilowatts: { type: 'integer', title: 'Power (kW)' },
      },
    },
    calls: { type: 'array', title: 'Port calls', items: { $ref: '#/definitions/port' } },
  },
}

beforeAll(async () => {
  const api = telar.api('ada')
  const changeset = (await api.post('/changesets', { title: 'Vessels' })).expect(201).string('id')
  ;(await api.put(`/changesets/${changeset}/documents/modules/vessel.json`, vessel)).expect(200)
  ;(await api.post(`/changesets/${changeset}/publish`, { message: 'Vessels' })).expect(200)
})

it('appears in the navigation and lists its records in a few sensible columns', async () => {
  const api = telar.api('nora')
  const one = { imo: '9074729', vesselName: 'Ciudad de Cádiz', flag: 'ES', grossTonnage: 31_400.5, inService: true }
  ;(await api.post('/records/vessel', one)).expect(201)
  const ada = await telar.user()
  await ada.visits('/')
  await ada.opens('Vessel')
  await ada.row('Ciudad de Cádiz').waitFor()
  const headings = await ada.page.getByRole('columnheader').allInnerTexts()
  expect(headings.map((text) => text.trim()).filter(Boolean)).toHaveLength(5)
  expect(headings).toEqual(expect.arrayContaining(['Vessel name', 'IMO number', 'Flag']))
})

it('is created with a form made from its schema, nested objects and arrays included', async () => {
  const ada = await telar.user()
  await ada.visits('/vessel')
  await ada.page.getByRole('button', { name: 'New', exact: true }).click()
  const form = ada.dialog(/^New/)
  await ada.fillsIn(form, {
    'IMO number': '12',
    'Vessel name': 'Juan Sebastián',
    Flag: 'PT',
    'Gross tonnage': '3770',
    Maker: 'Izar',
    'Power (kW)': '1500',
  })
  await form.getByRole('button', { name: 'Add line' }).click()
  await ada.fillsIn(form, { 'UN/LOCODE, line 1': 'ESCAD', 'Nights, line 1': '2' })
  await form.getByText('This is not written as expected.').waitFor()
  await ada.fillsIn(form, { 'IMO number': '8642567' })
  await form.getByRole('button', { name: 'Create', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  const filter = { field: 'imo', op: 'equals', value: '8642567' }
  const kept = await telar.api('nora').get('/records/vessel', { query: { filter } })
  expect(kept.at('records', 0)).toMatchObject({
    vesselName: 'Juan Sebastián',
    flag: 'PT',
    grossTonnage: 3770,
    engine: { maker: 'Izar', kilowatts: 1500 },
    calls: [{ unlocode: 'ESCAD', nights: 2 }],
  })
})

it('is read and changed in the panel like any other', async () => {
  const api = telar.api('nora')
  const data = {
    imo: '7654321',
    vesselName: 'Elcano',
    calls: [{ unlocode: 'ESCAD', nights: 1 }],
    engine: { maker: 'MAN' },
  }
  ;(await api.post('/records/vessel', data)).expect(201)
  const ada = await telar.user()
  await ada.visits('/vessel')
  const panel = await ada.opensRecord('7654321')
  await panel.getByText('ESCAD').waitFor()
  await ada.changes(panel, 'Flag', 'ES')
  await ada.toast('Flag saved').waitFor()
  await panel.getByRole('button', { name: 'Edit', exact: true }).click()
  const form = ada.dialog(/^Edit/)
  await form.getByRole('button', { name: 'Add line' }).click()
  await ada.fillsIn(form, { 'UN/LOCODE, line 2': 'PTLIS' })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'hidden' })
  await panel.getByText('PTLIS').waitFor()
  expect(await panel.getByText('ESCAD').count()).toBe(1)
})
