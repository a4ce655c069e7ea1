import { isObject, type Json } from '@telar/metadata'
import {
  conditionDocument,
  conditions,
  type ModuleName,
  type RightsDocument,
  teams,
  type World,
  type WorldRecord,
} from './world.ts'

/**
 * What access.md says, as slowly and as plainly as it can be said: loops over roles and records in memory. It shares
 * nothing with the code that it judges but the words of the documents.
 */
export const reference = (world: World) => {
  const { user } = world
  const above = (team: string): readonly string[] => {
    const parent = teams.find(({ id }) => id === team)?.parent
    return parent === undefined ? [team] : [team, ...above(parent)]
  }
  const isBelowMine = (team: string): boolean => above(team).some((one) => user.teams.includes(one))
  const myTeamsAndAbove = user.teams.flatMap(above)

  const rightsOf = (role: string, module: ModuleName): RightsDocument =>
    world.roles[role]?.modules[module] ?? world.roles[role]?.modules['*'] ?? {}

  const isOwn = (record: WorldRecord): boolean =>
    record.module === 'note' || record.owner === null ? record.creator === user.id : record.owner === user.id

  const inScope = (scope: Json, record: WorldRecord): boolean => {
    if (isObject(scope)) {
      const index = conditions.findIndex(
        (_one, at) => JSON.stringify(conditionDocument(at)) === JSON.stringify(scope['where']),
      )
      return conditions[index]?.holds(world, record, user) ?? false
    }
    switch (scope) {
      case 'all':
        return true
      case 'own':
        return isOwn(record)
      case 'team':
        return isOwn(record) || (record.team !== null && user.teams.includes(record.team))
      case 'teamTree':
        return isOwn(record) || (record.team !== null && isBelowMine(record.team))
      default:
        return false
    }
  }

  const isShared = (record: WorldRecord, level: 'read' | 'write'): boolean =>
    world.shares.some(
      (share) =>
        share.record === record.id &&
        (level === 'read' || share.level === 'write') &&
        (share.member === user.id || (share.team !== null && myTeamsAndAbove.includes(share.team))),
    ) ||
    world.sharing.some(
      (rule) =>
        rule.module === record.module &&
        (level === 'read' || rule.level === 'write') &&
        ('role' in rule.to
          ? user.roles.includes(rule.to.role)
          : myTeamsAndAbove.some(
              (id) => teams.find((team) => team.id === id)?.key === ('team' in rule.to ? rule.to.team : ''),
            )) &&
        (conditions[rule.condition]?.holds(world, record, user) ?? false),
    )

  const scopeOf = (role: string, module: ModuleName, action: string): Json => rightsOf(role, module)[action] ?? 'none'

  const rightOn = (role: string, module: ModuleName, field: string): string => {
    const { fields } = rightsOf(role, module)
    return fields?.[field] ?? fields?.['*'] ?? 'write'
  }

  const covers = (role: string, action: string, record: WorldRecord): boolean => {
    const scope = scopeOf(role, record.module, action)
    if (scope === 'none') return false
    const level = action === 'read' ? 'read' : action === 'update' ? 'write' : undefined
    return inScope(scope, record) || (level !== undefined && isShared(record, level))
  }

  const maySee = (record: WorldRecord): boolean => user.roles.some((role) => covers(role, 'read', record))

  return {
    /** Whether any role lets the person read records of the module. */
    mayRead: (module: ModuleName): boolean => user.roles.some((role) => scopeOf(role, module, 'read') !== 'none'),
    maySee,
    /** Whether a role shows the field on some record. */
    knows: (module: ModuleName, field: string): boolean =>
      user.roles.some((role) => scopeOf(role, module, 'read') !== 'none' && rightOn(role, module, field) !== 'hidden'),
    /** The one rule of cells: a role that covers the record and grants the field. */
    seesCell: (record: WorldRecord, field: string): boolean =>
      user.roles.some((role) => covers(role, 'read', record) && rightOn(role, record.module, field) !== 'hidden'),
    may: (action: string, module: ModuleName): boolean =>
      user.roles.some((role) => scopeOf(role, module, action) !== 'none'),
    mayDo: (action: string, record: WorldRecord): boolean =>
      maySee(record) && user.roles.some((role) => covers(role, action, record)),
    mayCreate: (record: WorldRecord): boolean => user.roles.some((role) => covers(role, 'create', record)),
    /** Whether a role lets the person write the field on some record. */
    everWrites: (action: string, module: ModuleName, field: string): boolean =>
      user.roles.some((role) => scopeOf(role, module, action) !== 'none' && rightOn(role, module, field) === 'write'),
    writesCell: (action: string, record: WorldRecord, field: string): boolean =>
      user.roles.some((role) => covers(role, action, record) && rightOn(role, record.module, field) === 'write'),
  }
}

export type Reference = ReturnType<typeof reference>
