import type { JsonObject } from '@telar/metadata'
import { describe, expect, test } from 'vitest'
import { roleChanges } from './role-changes.ts'
import {
  copyOfRole,
  forgetModule,
  isNamed,
  isNoCondition,
  isRoleName,
  limitedFields,
  nameFor,
  noCondition,
  scopeAt,
  withCapability,
  withFieldRight,
  withScope,
} from './role-document.ts'

const seller: JsonObject = {
  'x-id': 'ro_1',
  title: 'Seller',
  modules: { '*': { read: 'all' }, deal: { read: 'team', update: 'own', fields: { amount: 'read' } } },
  capabilities: ['exportData'],
}

describe('a role document', () => {
  test('gives a module the rights of all the others until it has its own', () => {
    expect(scopeAt(seller, 'note', 'read')).toBe('all')
    const changed = withScope(seller, 'note', { action: 'update', scope: 'own' })
    expect([isNamed(seller, 'note'), isNamed(changed, 'note')]).toEqual([false, true])
    expect([scopeAt(changed, 'note', 'read'), scopeAt(changed, 'note', 'update')]).toEqual(['all', 'own'])
    expect(forgetModule(changed, 'note')).toEqual(seller)
  })

  test('does not write what is none, nor the right that fields have anyway', () => {
    const less = withScope(seller, 'deal', { action: 'update', scope: 'none' })
    expect(less['modules']).toEqual({ '*': { read: 'all' }, deal: { read: 'team', fields: { amount: 'read' } } })
    const free = withFieldRight(seller, 'deal', { field: 'amount', right: undefined })
    expect(free['modules']).toEqual({ '*': { read: 'all' }, deal: { read: 'team', update: 'own' } })
  })

  test('allows nothing by a condition that is still to be written', () => {
    const changed = withScope(seller, 'deal', { action: 'read', scope: { where: noCondition } })
    expect(scopeAt(changed, 'deal', 'read')).toEqual({ where: { any: [] } })
    expect(isNoCondition(noCondition)).toBe(true)
  })

  test('counts the fields that are not the reader’s to write', () => {
    expect(limitedFields(seller, 'deal', ['amount', 'name'])).toBe(1)
    const closed = withFieldRight(seller, 'deal', { field: '*', right: 'hidden' })
    expect(limitedFields(closed, 'deal', ['amount', 'name'])).toBe(2)
  })

  test('is copied without its id', () => {
    expect(copyOfRole(seller, 'Other')).toEqual({ ...seller, 'x-id': undefined, title: 'Other' })
  })

  test('survives nonsense', () => {
    expect(scopeAt({ modules: { deal: 'all' } }, 'deal', 'read')).toBe('none')
    expect(scopeAt({ modules: { deal: { read: 7 } } }, 'deal', 'read')).toBe('none')
    expect(roleChanges({}, { modules: [] })).toEqual([])
  })
})

describe('names', () => {
  test('are made of titles', () => {
    expect(nameFor('Jefa de ventas (Ñ)')).toBe('jefa-de-ventas-n')
    expect(nameFor('3. Técnico')).toBe('tecnico')
  })

  test('are small letters, digits and hyphens', () => {
    expect(['seller', 'a-1', 'Seller', '1a', 'a--b', 'a-', ''].map(isRoleName)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

test('what a draft changes is told right by right', () => {
  const draft = withCapability(
    withFieldRight(withScope(seller, 'deal', { action: 'read', scope: 'own' }), 'deal', {
      field: 'amount',
      right: 'hidden',
    }),
    'exportData',
    false,
  )
  expect(roleChanges(seller, draft)).toEqual([
    { type: 'scope', module: 'deal', action: 'read', before: 'team', after: 'own' },
    { type: 'field', module: 'deal', field: 'amount', before: 'read', after: 'hidden' },
    { type: 'capability', capability: 'exportData', isHeld: false },
  ])
  expect(roleChanges(seller, seller)).toEqual([])
})
