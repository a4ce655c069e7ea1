import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { roleDrift } from './role-drift.ts'
import { accountsWith, role } from './test-accounts.ts'

const deal = (properties: Readonly<Record<string, string>>, words: JsonObject = {}): JsonObject => ({
  type: 'object',
  'x-module': { id: 'mo_deal', name: '{name}', owned: true, ...words },
  properties: Object.fromEntries(
    Object.entries({ name: 'fi_name', ...properties }).map(([name, id]) => [name, { type: 'string', 'x-id': id }]),
  ),
})

const stored = deal({ amount: 'fi_amount', stage: 'fi_stage' })
const hiding = role('seller', { deal: { read: 'all', fields: { amount: 'hidden' } } })
const where = { field: 'stage', op: 'equals', value: 'open' }
const conditional = role('seller', { deal: { read: { where } } })

const drift = (roles: Readonly<Record<string, JsonObject>>, after: Readonly<Record<string, JsonObject>>) =>
  roleDrift(accountsWith({ 'modules/deal.json': stored, ...roles }), accountsWith({ ...roles, ...after })).map(
    (one) => one.role,
  )

describe('roles whose documents stay', () => {
  it('mean the same where fields and modules come, or go', () => {
    const wider = deal({ amount: 'fi_amount', stage: 'fi_stage', more: 'fi_more' })
    expect(drift(hiding, { 'modules/deal.json': wider, 'modules/extra.json': deal({}, { id: 'mo_extra' }) })).toEqual(
      [],
    )
    expect(drift(hiding, { 'modules/deal.json': deal({ amount: 'fi_amount' }) })).toEqual([])
  })

  it('mean another thing where a hidden field gets another name', () => {
    const renamed = deal({ worth: 'fi_amount', amount: 'fi_new', stage: 'fi_stage' })
    expect(drift(hiding, { 'modules/deal.json': renamed })).toEqual(['seller'])
  })

  it('mean another thing where a module gets the name of another', () => {
    const roles = role('seller', { deal: { read: 'own' }, account: { read: 'all' }, plot: { read: 'all' } })
    const after = { 'modules/plot.json': stored, 'modules/deal.json': deal({}, { id: 'mo_new' }) }
    expect(drift(roles, after)).toEqual(['seller'])
  })

  it('mean another thing where records get an owner, or lose theirs', () => {
    const unowned = deal({ amount: 'fi_amount', stage: 'fi_stage' }, { owned: false })
    expect(drift(hiding, { 'modules/deal.json': unowned })).toEqual(['seller'])
  })

  it('mean another thing where a name in a condition passes to another field', () => {
    const swapped = deal({ amount: 'fi_amount', stage: 'fi_new', phase: 'fi_stage' })
    expect(drift(conditional, { 'modules/deal.json': swapped })).toEqual(['seller'])
    expect(drift(role('seller', { deal: { read: 'all' } }), { 'modules/deal.json': swapped })).toEqual([])
  })
})
