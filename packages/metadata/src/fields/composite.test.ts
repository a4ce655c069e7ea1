import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { compositeList } from './composite-list.ts'
import { composite } from './composite.ts'
import { exampleField } from './example-field.ts'
import { links } from './links.ts'

const product = '0198c1e2-7a4b-7c3d-8e5f-0123456789ab'

const line: JsonObject = {
  type: 'object',
  properties: {
    product: { 'x-field': 'link', 'x-link': { module: 'product' } },
    price: { 'x-field': 'money' },
    tax: { 'x-field': 'percent', 'x-maximum': 100 },
    size: { type: 'object', properties: { unit: { enum: [1, 2] }, note: { type: 'string', maxLength: 3 } } },
  },
  required: ['product'],
}

describe('a composite value', () => {
  const field = exampleField(line)

  it('brings every child to its normal form, however deep', () => {
    const value = { product: { id: product.toUpperCase() }, price: 5, tax: null, size: { unit: '2', note: '  ' } }
    expect(composite.normalise(value, field)).toEqual({
      product,
      price: { amount: '5.00', currency: 'EUR' },
      size: { unit: 2 },
    })
  })

  it('is stored as the cells of its children, so that filters reach inside', () => {
    const normal = composite.normalise({ product, price: { amount: '100', currency: 'USD' }, size: { unit: 2 } }, field)
    const cells = composite.store(normal, field)
    expect(cells).toEqual({
      value: { product, price: { amount: '100.00', currency: 'USD', base: '92.00' }, size: { unit: '2' } },
    })
    expect(composite.read(cells, field, () => 'Chair')).toEqual({
      product: { id: product, label: 'Chair' },
      price: { amount: '100.00', currency: 'USD' },
      size: { unit: 2 },
    })
  })

  it('points at the child that is wrong', () => {
    expect(composite.check({ product, tax: '101', size: { note: 'a\0' } }, field)).toMatchObject([
      { code: 'characters', pointer: '/size/note' },
      { code: 'maximum', pointer: '/tax' },
    ])
  })

  it('names the records inside it', () => {
    expect(composite.references({ product }, field)).toMatchObject([{ pointer: '/product', id: product }])
  })

  it('is empty where nothing is written in it', () => {
    expect(composite.normalise({ price: null, size: { note: '' } }, field)).toBeNull()
  })

  it('refuses unknown keys in a module of ours and leaves them to the author of a foreign one', () => {
    expect(composite.valueSchema(field)).toMatchObject({ additionalProperties: false })
    const foreign = exampleField({ type: 'object', properties: { a: { type: 'string' } } }, { origin: 'foreign' })
    expect(composite.valueSchema(foreign)).not.toHaveProperty('additionalProperties')
    const value = { a: ' x ', b: { c: null } }
    const cells = composite.store(composite.normalise(value, foreign), foreign)
    expect(composite.read(cells, foreign, () => null)).toEqual(value)
  })

  it('keeps a null that its author allows', () => {
    const foreign = exampleField({
      type: 'object',
      properties: { a: { type: ['string', 'null'] }, b: { type: 'string' } },
    })
    expect(composite.normalise({ a: null, b: null }, foreign)).toEqual({ a: null })
  })

  it('keeps the rules of its author', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      dependentRequired: { a: ['b'] },
    }
    expect(composite.valueSchema(exampleField(schema))).toMatchObject({ dependentRequired: { a: ['b'] } })
  })
})

describe('a list of composite values', () => {
  const field = exampleField({ type: 'array', items: line })

  it('points at the row and child that is wrong, and at the records named in it', () => {
    expect(compositeList.check([{ product }, { product, tax: '200' }], field)).toMatchObject([
      { code: 'maximum', pointer: '/1/tax' },
    ])
    expect(compositeList.references([{ product }, { product }], field).map(({ pointer }) => pointer)).toEqual([
      '/0/product',
      '/1/product',
    ])
  })

  it('leaves out rows in which nothing is written', () => {
    expect(compositeList.normalise([{ tax: '' }, { tax: '5' }], field)).toEqual([{ tax: '5' }])
  })
})

describe('links with attributes', () => {
  it('check the attributes and name the records in them', () => {
    const field = exampleField({
      'x-field': 'links',
      'x-link': { module: 'contact' },
      'x-attributes': { properties: { share: { 'x-field': 'percent', 'x-maximum': 100 }, by: { 'x-field': 'user' } } },
    })
    const value = links.normalise([{ id: product, attributes: { share: 120, by: { id: product } } }], field)
    expect(links.check(value, field)).toMatchObject([{ code: 'maximum', pointer: '/0/attributes/share' }])
    expect(links.references(value, field).map(({ pointer }) => pointer)).toEqual(['/0', '/0/attributes/by'])
  })
})
