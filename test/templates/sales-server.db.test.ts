import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { inFolder, moduleOfList } from './sales-model.ts'
import { list, object, objects, text } from './template-documents.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ definition: 'templates/sales' })
})

afterAll(() => app.stop())

it('answers every view with its filter and its order', async () => {
  for (const { json, name } of inFolder('views')) {
    const sort = list(json['sort']).map(text).join(',')
    const query = { sort, ...('filter' in json ? { filter: object(json['filter']) } : {}) }
    const answer = await app.api.get(`/records/${text(json['module'])}`, { query })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  }
})

it('answers every related list in its order', async () => {
  for (const { json, name } of inFolder('layouts')) {
    for (const related of objects(json['related'])) {
      const target = moduleOfList(text(json['module']), text(related['link'])) ?? ''
      const sort = list(related['sort']).map(text).join(',')
      const answer = await app.api.get(`/records/${target}`, { query: { sort } })
      expect(answer.status, `${name}, ${text(related['link'])}: ${answer.text}`).toBe(200)
    }
  }
})

it('counts up a quote, and asks for what its status needs', async () => {
  const account = (await app.api.post('/records/account', { name: 'Ñandú, S.L.' })).expect(201).string('id')
  const line = {
    description: 'Estantería',
    quantity: '3',
    unitPrice: { amount: '100.00', currency: 'EUR' },
    discount: '10',
    taxRate: '21',
  }
  const quote = (
    await app.api.post('/records/quote', { subject: 'Picking', account, issuedOn: '2026-03-01', lines: [line] })
  ).expect(201)
  expect(quote.at('total')).toEqual({ amount: '326.70', currency: 'EUR' })
  expect(quote.at('lines', 0, 'total')).toEqual({ amount: '270.00', currency: 'EUR' })
  const refused = await app.api.patch(`/records/quote/${quote.string('id')}`, { status: 'rejected' })
  expect(refused.status).toBe(422)
  expect(refused.issues.toSorted()).toEqual(['/decidedOn required', '/rejectionReason required'])
})

it('refuses nonsense in its fields and keeps nothing of it', async () => {
  const nonsense = [
    ['account', { name: '' }],
    ['account', { name: 'A', type: 'emperor' }],
    ['account', { name: 'A', discount: '101' }],
    ['account', { name: 'A', creditHold: true }],
    ['account', { name: 'A', phone: 'ring me' }],
    ['contact', { name: 'Ana López' }],
    ['contact', { name: { first: 'Ana' }, lawfulBasis: 'consent' }],
    ['opportunity', { name: 'O', account: '00000000-0000-7000-8000-000000000000', closeDate: '2026-02-30' }],
    ['product', { name: 'P', sku: 'P-1', price: { amount: '-1', currency: 'EUR' } }],
    ['product', { name: 'P', sku: 'P-1', price: { amount: '1', currency: 'EUR' }, ean: '12' }],
    ['task', { subject: 'T', status: 'completed' }],
    ['case', { subject: 'C', openedAt: 'yesterday' }],
  ] as const
  for (const [module, data] of nonsense) {
    const answer = await app.api.post(`/records/${module}`, data)
    expect(answer.status, `${JSON.stringify(data)}: ${answer.text}`).toBe(422)
  }
  for (const module of ['contact', 'opportunity', 'product', 'task', 'case']) {
    expect((await app.api.get(`/records/${module}`)).at('records')).toEqual([])
  }
  expect(app.failures).toEqual([])
})
