import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeId, idFrom, idPrefixes, isStableId, physicalName } from './ids.ts'

const names = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('select', 'user', 'Name', 'name', 'NAME', '"; drop table ship; --', '🚀', ''),
)

const ids = fc.tuple(names, names).map(([module, field]) => idFrom('fi', module, field))

describe('a stable id', () => {
  it('is made of names alone: the same ones give the same id', () => {
    expect(idFrom('mo', 'account')).toBe(idFrom('mo', 'account'))
    expect(idFrom('fi', 'account', 'name')).not.toBe(idFrom('fi', 'contact', 'name'))
    expect(idFrom('fi', 'ab', 'c')).not.toBe(idFrom('fi', 'a', 'bc'))
  })

  it('has its prefix and ten characters', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(id).toMatch(/^fi_[a-z2-7]{10}$/)
      }),
    )
    for (const prefix of Object.values(idPrefixes)) expect(isStableId(idFrom(prefix, 'x'))).toBe(true)
    for (const other of ['fi_', 'fi_ABCDEFGHIJ', 'fi_0123456789', 'field_aaaaaaaaaa', 'fi_aaaaaaaaaaa', 7, null])
      expect(isStableId(other)).toBe(false)
  })

  it('differs for each of many names', () => {
    const many = new Set(Array.from({ length: 50_000 }, (_, index) => idFrom('fi', 'module', `field${index}`)))
    expect(many.size).toBe(50_000)
  })

  it('that is taken gives way to the next one, in the same order everywhere', () => {
    const taken = new Set<string>()
    const given = Array.from({ length: 5 }, () => {
      const id = freeId(taken, 'fi', 'ship', 'tons')
      taken.add(id)
      return id
    })
    expect(given[0]).toBe(idFrom('fi', 'ship', 'tons'))
    expect(new Set(given).size).toBe(5)
  })
})

describe('a physical name', () => {
  it('is short, plain and never empty, whatever the name', () => {
    fc.assert(
      fc.property(names, ids, (name, id) => {
        expect(physicalName(name, id)).toMatch(/^[a-z0-9][a-z0-9_]{0,35}_[a-z2-7]{10}$/)
      }),
    )
  })

  it('is never the same for two things, even if their names fold to one', () => {
    fc.assert(
      fc.property(fc.tuple(names, names), fc.tuple(ids, ids), ([one, two], [first, second]) => {
        fc.pre(first !== second)
        expect(physicalName(one, first)).not.toBe(physicalName(two, second))
      }),
    )
    const folded = ['Name', 'name', 'NÁME', 'na-me', '名前'].map((name) =>
      physicalName(name, idFrom('fi', 'ship', name)),
    )
    expect(new Set(folded).size).toBe(folded.length)
  })

  it('leaves room for the parts of a field within the 63 bytes of PostgreSQL', () => {
    expect(`${physicalName('x'.repeat(300), idFrom('fi', 'a'))}_postal_code`.length).toBeLessThanOrEqual(63)
  })
})
