import type { JsonObject } from '@telar/metadata'
import type { Api } from './api.ts'

/**
 * The few records that every browser test finds. Tests that change something make records of their own, so that none
 * of them depends on another.
 */
export const makeSampleCompany = async (api: Api): Promise<void> => {
  const make = async (module: string, data: JsonObject): Promise<string> =>
    (await api.post(`/records/${module}`, data)).expect(201).string('id')
  const [aceros = '', bodegas = ''] = await Promise.all(accounts.map((account) => make('account', account)))
  const contact = await make('contact', {
    name: { first: 'Íñigo', last: 'Zubiri' },
    account: aceros,
    jobTitle: 'Jefe de compras',
    email: 'inigo.zubiri@aceros.example',
  })
  await make('opportunity', {
    name: 'Renovación de estanterías',
    account: aceros,
    primaryContact: contact,
    stage: 'proposal',
    amount: { amount: '48200.00', currency: 'EUR' },
    closeDate: '2027-03-31',
  })
  await make('opportunity', {
    name: 'Transpaletas eléctricas',
    account: bodegas,
    stage: 'qualification',
    amount: { amount: '9150.50', currency: 'EUR' },
    closeDate: '2027-01-15',
  })
  await Promise.all(products.map((product) => make('product', product)))
}

const accounts: readonly JsonObject[] = [
  {
    name: 'Aceros del Norte',
    type: 'customer',
    class: 'a',
    industry: 'metal',
    territory: 'north',
    phone: '+34944000001',
  },
  { name: 'Bodegas Ñandú', type: 'customer', class: 'b', industry: 'food', territory: 'centre', phone: '+34941000002' },
  { name: 'Cartonajes Turia', type: 'prospect', class: 'c', industry: 'other', territory: 'east' },
  { name: 'Distribuciones Ebro', type: 'supplier', class: 'b', industry: 'wholesale', territory: 'northeast' },
  { name: 'Electrónica Guadaíra', type: 'prospect', class: 'a', industry: 'electronics', territory: 'south' },
]

const products: readonly JsonObject[] = [
  { name: 'Estantería cantilever', sku: 'EST-1', status: 'active', price: { amount: '412.00', currency: 'EUR' } },
  { name: 'Carretilla retráctil', sku: 'CAR-1', status: 'active', price: { amount: '8900.00', currency: 'EUR' } },
]
