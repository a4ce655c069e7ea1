import { describe, expect, it } from 'vitest'
import { dereference, isRecursive } from './dereference.ts'

const address = { type: 'object', title: 'Address', properties: { city: { $ref: '#/$defs/name' } } }
const node = { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/$defs/node' } } } }
const root = {
  $defs: {
    name: { type: 'string', maxLength: 40 },
    address,
    alias: { $ref: '#/$defs/address' },
    node,
    even: { properties: { next: { $ref: '#/$defs/odd' } } },
    odd: { properties: { next: { $ref: '#/$defs/even' } } },
    closed: { type: 'object', properties: { a: {} }, unevaluatedProperties: false },
    never: false,
  },
  properties: {
    home: { $ref: '#/$defs/alias' },
    tree: { $ref: '#/$defs/node' },
    pair: { $ref: '#/$defs/even' },
    holder: { properties: { tree: { $ref: '#/$defs/node' } } },
  },
}

describe('following a reference', () => {
  it('goes through chains and leaves the inner ones', () => {
    expect(dereference({ $ref: '#/$defs/alias' }, root)).toEqual(address)
    expect(dereference({ type: 'number' }, root)).toEqual({ type: 'number' })
  })

  it('lets the words beside it describe and narrow', () => {
    expect(dereference({ $ref: '#/$defs/name', title: 'City', minLength: 2 }, root)).toEqual({
      type: 'string',
      maxLength: 40,
      title: 'City',
      minLength: 2,
    })
    expect(dereference({ $ref: '#/$defs/name', maxLength: 5 }, root)).toEqual({
      type: 'string',
      maxLength: 40,
      allOf: [{ maxLength: 5 }],
    })
    expect(
      dereference({ $ref: '#/$defs/address', unevaluatedProperties: false, properties: { zip: {} } }, root),
    ).toEqual({
      ...address,
      unevaluatedProperties: false,
      allOf: [{ properties: { zip: {} } }],
    })
  })

  it('keeps what closes itself closed', () => {
    expect(dereference({ $ref: '#/$defs/closed', properties: { b: {} } }, root)).toEqual({
      type: 'object',
      properties: { b: {} },
      allOf: [root.$defs.closed],
    })
  })

  it('stops where something contains itself, for no form can lay that out', () => {
    expect(dereference({ $ref: '#/$defs/node', title: 'Tree' }, root)).toEqual({ $ref: '#/$defs/node', title: 'Tree' })
    expect(dereference({ $ref: '#/$defs/nothing', title: 'T' }, root)).toEqual({ title: 'T' })
    expect(dereference({ $ref: '#/$defs/never' }, root)).toEqual({ not: {} })
  })

  it('tells what contains itself from what merely contains that', () => {
    expect([root.properties.tree, root.properties.pair, node].map((schema) => isRecursive(schema, root))).toEqual([
      true,
      true,
      true,
    ])
    expect(
      [root.properties.home, root.properties.holder, address, root].map((schema) => isRecursive(schema, root)),
    ).toEqual([false, false, false, false])
    expect(isRecursive({ $ref: '#/$defs/loop' }, { $defs: { loop: { $ref: '#/$defs/loop' } } })).toBe(false)
  })

  it('looks into schemas that are deeper than the stack', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 50_000 }, (_none, n) => [`d${n}`, { properties: { a: { $ref: `#/$defs/d${n + 1}` } } }]),
    )
    const long = {
      $defs: { ...chain, d50000: { properties: { back: { $ref: '#/$defs/d0' } } } },
      properties: { a: { $ref: '#/$defs/d7' } },
    }
    expect(isRecursive(long.properties.a, long)).toBe(true)
  })
})
