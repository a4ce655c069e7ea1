import { describe, expect, it } from 'vitest'
import { actions } from './actions.ts'
import { roleGrants, rolesOf, sharingFor } from './role-grants.ts'
import { accessIn, accountsWith, isIn, moduleIn, person, role, roleId, rowOf } from './test-accounts.ts'

const rule = (to: object, level: string) => ({
  module: 'account',
  title: 'Rule',
  where: { field: 'region', op: 'equals', value: 'Norte' },
  level,
  to: { ...to },
})

const model = accountsWith({
  ...role('seller', {
    account: { read: 'own', update: 'own', delete: 'own', export: 'own', fields: { '*': 'hidden', name: 'read' } },
  }),
  ...role('blind', { account: { create: 'all' } }),
  'sharing/account/role.json': rule({ role: 'seller' }, 'read'),
  'sharing/account/team.json': rule({ team: 'north' }, 'write'),
})

const account = moduleIn(model, 'account')
const north = { id: 't1', key: 'north', name: 'North' }
const theirs = rowOf(account, { region: 'Norte', owner: 'bea' })

describe('the roles of a person', () => {
  it('are told once, by the person before the team', () => {
    const held = [
      { role: roleId('seller'), through: 'North' },
      { role: roleId('seller'), through: undefined },
      { role: roleId('blind'), through: 'North' },
      { role: roleId('blind'), through: 'Sales' },
    ]
    expect(rolesOf(model, { roles: held }).map(({ role: { name }, through }) => [name, through])).toEqual([
      ['seller', []],
      ['blind', ['North', 'Sales']],
    ])
  })

  it('each say something of an action, though it be nothing', () => {
    const principal = person(['seller', 'blind'])
    const grants = roleGrants({ model, module: account, principal, now: '2026-11-22T08:00:00.000Z' }, 'read')
    expect(grants.map(({ role: { name }, scope }) => [name, scope])).toEqual([
      ['seller', 'own'],
      ['blind', 'none'],
    ])
  })
})

describe('rights on fields', () => {
  const principal = person(['seller'])
  const [grant] = roleGrants({ model, module: account, principal, now: '2026-11-22T08:00:00.000Z' }, 'read')

  it('are those of the field, or of all others', () => {
    expect(['name', 'revenue', 'nonsense'].map((field) => grant?.right(field))).toEqual(['read', 'hidden', 'hidden'])
  })

  it('never hide what every record has', () => {
    expect(['id', 'version', 'createdAt', 'ownerId', 'teamId'].map((field) => grant?.right(field))).toEqual([
      'read',
      'read',
      'read',
      'read',
      'read',
    ])
  })
})

describe('a sharing rule', () => {
  it('reaches a role and a team, and nobody else', () => {
    expect(sharingFor(model, account, person(['seller'])).map(({ name }) => name)).toEqual(['role'])
    expect(sharingFor(model, account, person([], { teamsAbove: [north] })).map(({ name }) => name)).toEqual(['team'])
    expect(sharingFor(model, account, person(['blind']))).toEqual([])
    expect(sharingFor(model, moduleIn(model, 'deal'), person(['seller']))).toEqual([])
  })

  it('shows more rows, and lets them be changed at the level of writing only', () => {
    const reader = accessIn(model, person(['seller']))
    expect(isIn(reader.may('read', account)?.rows, theirs)).toBe(true)
    expect(isIn(reader.may('export', account)?.rows, theirs)).toBe(true)
    expect(isIn(reader.may('update', account)?.rows, theirs)).toBe(false)
    const writer = accessIn(model, person(['seller'], { teamsAbove: [north] }))
    expect(isIn(writer.may('update', account)?.rows, theirs)).toBe(true)
    expect(isIn(writer.may('delete', account)?.rows, theirs)).toBe(false)
  })

  it('gives no right that no role gives', () => {
    const access = accessIn(model, person(['blind'], { teamsAbove: [north] }))
    expect(actions.filter((action) => access.may(action, account) !== undefined)).toEqual(['create'])
  })
})

describe('a share', () => {
  it('asks for the person and the teams, at the level that the action needs', () => {
    const access = accessIn(model, person(['seller'], { teamsAbove: [north] }))
    const asked: unknown[] = []
    const ask = (share: unknown): boolean => asked.push(share) < 0
    isIn(access.may('read', account)?.rows, rowOf(account, { owner: 'bea' }), ask)
    isIn(access.may('update', account)?.rows, rowOf(account, { owner: 'bea' }), ask)
    const share = { type: 'shared', module: account.id, member: 'ada', teams: ['t1'] }
    expect(asked[0]).toEqual({ ...share, level: 'read' })
    expect(asked).toContainEqual({ ...share, level: 'write' })
  })
})
