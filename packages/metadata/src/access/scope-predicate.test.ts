import { describe, expect, it } from 'vitest'
import type { Principal } from './principal.ts'
import { scopeNames, type Scope } from './scope-names.ts'
import { scopePredicate } from './scope-predicate.ts'
import { accountsWith, isIn, moduleIn, person, rowOf } from './test-accounts.ts'

const model = accountsWith()
const account = moduleIn(model, 'account')
const note = moduleIn(model, 'note')

const ada = person([], { teams: ['north'], teamsBelow: ['north', 'bilbao'], attributes: { region: 'Norte' } })

const rows = {
  mine: rowOf(account, { owner: 'ada', creator: 'bea' }),
  madeByMe: rowOf(account, { owner: 'bea', creator: 'ada' }),
  nobodys: rowOf(account, { creator: 'ada' }),
  myTeams: rowOf(account, { owner: 'bea', team: 'north' }),
  below: rowOf(account, { owner: 'bea', team: 'bilbao' }),
  above: rowOf(account, { owner: 'bea', team: 'sales' }),
  others: rowOf(account, { region: 'Norte', owner: 'bea', team: 'south' }),
} as const

const seen = (scope: Scope, principal: Principal = ada): readonly string[] =>
  Object.entries(rows)
    .filter(([, row]) => isIn(scopePredicate(scope, { model, module: account, principal, now }), row))
    .map(([name]) => name)

const now = '2026-11-22T23:30:00.000Z'

describe('the rows of a scope', () => {
  it('are mine: those I own, and those I made that nobody owns', () => {
    expect(seen('own')).toEqual(['mine', 'nobodys'])
  })

  it('are my teams’, and those of the teams below', () => {
    expect(seen('team')).toEqual(['mine', 'nobodys', 'myTeams'])
    expect(seen('teamTree')).toEqual(['mine', 'nobodys', 'myTeams', 'below'])
  })

  it('are only mine for somebody without a team', () => {
    expect(seen('teamTree', person([]))).toEqual(['mine', 'nobodys'])
  })

  it('grow from step to step, from none to all', () => {
    const counts = scopeNames.map((scope) => seen(scope).length)
    expect(counts).toEqual([0, 2, 3, 4, 7])
  })

  it('are in a module without owners those I made', () => {
    const predicate = scopePredicate('team', { model, module: note, principal: ada, now })
    expect(isIn(predicate, rowOf(note, { creator: 'ada' }))).toBe(true)
    expect(isIn(predicate, rowOf(note, { creator: 'bea', team: 'north' }))).toBe(false)
  })
})

describe('the rows of a condition', () => {
  it('depend on what is known of the person', () => {
    const region: Scope = { where: { field: 'region', op: 'equals', value: { user: 'region' } } }
    expect(seen(region)).toEqual(['others'])
    expect(seen(region, person([]))).toEqual([])
  })

  it('depend on the person and the teams', () => {
    expect(seen({ where: { field: 'createdBy', op: 'equals', value: { user: 'id' } } })).toEqual([
      'madeByMe',
      'nobodys',
    ])
    expect(seen({ where: { field: 'teamId', op: 'in', value: { user: 'teams' } } })).toEqual(['myTeams'])
  })

  it('read days in the person’s time zone', () => {
    const today: Scope = { where: { field: 'updatedAt', op: 'equals', value: { date: 'today' } } }
    const at = (timeZone: string): boolean =>
      isIn(scopePredicate(today, { model, module: account, principal: { ...ada, timeZone }, now }), {
        updated_at: '2026-11-23T10:00:00.000Z',
      })
    expect(at('Europe/Madrid')).toBe(true)
    expect(at('America/New_York')).toBe(false)
  })
})
