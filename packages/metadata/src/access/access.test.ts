import { describe, expect, it } from 'vitest'
import { rightsOn } from './access.ts'
import { actions } from './actions.ts'
import { capabilityNames } from './capabilities.ts'
import { accessIn, accountsWith, isIn, moduleIn, person, role, roleId, rowOf } from './test-accounts.ts'

const madrid = { where: { field: 'region', op: 'equals', value: 'Madrid' } }

const model = accountsWith({
  ...role('analyst', { account: { read: madrid, export: 'all', fields: { revenue: 'hidden' } } }),
  ...role('seller', {
    account: { read: 'own', create: 'own', update: 'own', delete: 'own', fields: { '*': 'read', region: 'write' } },
    '*': { read: 'all' },
  }),
  ...role('clerk', { account: { read: 'own', update: 'none', delete: 'all', restore: 'all' } }, ['importData']),
  ...role('guest', { account: { update: 'all', share: 'all' } }, ['exportData', 'importData']),
})

const account = moduleIn(model, 'account')

const rows = {
  mine: rowOf(account, { region: 'Bilbao', owner: 'ada' }),
  mineInMadrid: rowOf(account, { region: 'Madrid', owner: 'ada' }),
  madrid: rowOf(account, { region: 'Madrid', owner: 'bea' }),
  other: rowOf(account, { region: 'Bilbao', owner: 'bea' }),
} as const

const names = ['mine', 'mineInMadrid', 'madrid', 'other'] as const

const seenIn = (predicate: Parameters<typeof isIn>[0]): readonly string[] =>
  names.filter((name) => isIn(predicate, rows[name]))

describe('somebody without a role', () => {
  it('may do nothing and knows of no module', () => {
    const access = accessIn(model, person([]))
    expect([...model.modules.values()].flatMap((module) => Object.values(rightsOn(access, module)))).not.toContain(true)
    expect(access.visible.modules.size).toBe(0)
    expect(capabilityNames.filter(access.can)).toEqual([])
  })

  it('has no rights by a role that the definition no longer has', () => {
    expect(accessIn(model, person(['retired'])).may('read', account)).toBeUndefined()
  })
})

describe('the administrator', () => {
  const access = accessIn(model, person([], { administrator: true }))

  it('may do everything everywhere, under the whole definition', () => {
    expect(Object.values(rightsOn(access, account))).toEqual(actions.map(() => true))
    expect(access.may('read', account)?.rows).toEqual({ type: 'always' })
    expect(access.may('update', account)?.cell('revenue')).toEqual({ type: 'always' })
    expect(access.visible).toBe(model)
    expect(capabilityNames.every(access.can)).toBe(true)
  })
})

describe('two roles', () => {
  const access = accessIn(model, person(['analyst', 'seller']))
  const read = access.may('read', account)

  it('add up their rows', () => {
    expect(seenIn(read?.rows)).toEqual(['mine', 'mineInMadrid', 'madrid'])
  })

  it('show a field only in the rows of those that grant it', () => {
    expect(seenIn(read?.cell('revenue'))).toEqual(['mine', 'mineInMadrid'])
  })

  it('cost nothing where both grant a field', () => {
    expect(read?.cell('name')).toEqual({ type: 'always' })
  })

  it('hide altogether what none of them grants', () => {
    const alone = accessIn(model, person(['analyst']))
    expect(alone.may('read', account)?.cell('revenue')).toEqual({ type: 'never' })
    expect(alone.visible.modules.get('account')?.fields.has('revenue')).toBe(false)
    expect(access.visible.modules.get('account')?.fields.has('revenue')).toBe(true)
  })

  it('do not lend each other actions: what one may change is not what the other sees', () => {
    const changes = accessIn(model, person(['analyst', 'seller', 'guest'])).may('update', account)
    expect(seenIn(changes?.rows)).toEqual(['mine', 'mineInMadrid', 'madrid'])
    expect(seenIn(access.may('update', account)?.rows)).toEqual(['mine', 'mineInMadrid'])
  })
})

describe('an action on records that exist', () => {
  it('is never wider than what is seen', () => {
    expect(seenIn(accessIn(model, person(['clerk'])).may('delete', account)?.rows)).toEqual(['mine', 'mineInMadrid'])
    expect(seenIn(accessIn(model, person(['analyst'])).may('export', account)?.rows)).toEqual([
      'mineInMadrid',
      'madrid',
    ])
  })

  it('is none where nothing is seen', () => {
    const access = accessIn(model, person(['guest']))
    expect(access.may('update', account)).toBeUndefined()
    expect(access.may('share', account)).toBeUndefined()
  })

  it('writes only the fields that its own role lets it write', () => {
    const update = accessIn(model, person(['seller'])).may('update', account)
    expect(update?.cell('region')).toEqual({ type: 'always' })
    expect(update?.cell('name')).toEqual({ type: 'never' })
    expect(update?.cell('ownerId')).toEqual({ type: 'never' })
  })
})

describe('rights on modules', () => {
  it('that are not named are those of the others', () => {
    const access = accessIn(model, person(['seller']))
    expect(access.may('read', moduleIn(model, 'note'))?.rows).toEqual({ type: 'always' })
    expect(access.may('read', account)?.rows).not.toEqual({ type: 'always' })
    expect(accessIn(model, person(['clerk'])).may('read', moduleIn(model, 'note'))).toBeUndefined()
  })

  it('of another definition are none', () => {
    const foreign = { ...account, name: 'elsewhere' }
    expect(accessIn(model, person(['seller'])).may('read', foreign)).toBeUndefined()
  })
})

describe('capabilities', () => {
  it('are those of all roles', () => {
    const access = accessIn(model, person(['clerk', 'guest']))
    expect(capabilityNames.filter(access.can)).toEqual(['importData', 'exportData'])
  })

  it('come with a role that a team has', () => {
    const member = person([], { roles: [{ role: roleId('clerk'), through: 'North' }] })
    expect(accessIn(model, member).can('importData')).toBe(true)
  })
})
