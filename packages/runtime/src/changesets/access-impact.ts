import {
  type Access,
  accessOf,
  type Action,
  allOf,
  type Capability,
  capabilityNames,
  type Model,
  type Module,
  negated,
  never,
  nameKey,
  type PhysicalNames,
  type Predicate,
} from '@telar/metadata'
import { type Directory, type DirectoryMember, loadDirectory } from '../access/directory.ts'
import { principalOfMember } from '../access/person-access.ts'
import { type Database, rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { presentTables, type RecordTables } from '../storage/record-tables.ts'
import { selection } from '../storage/selection.ts'

/** What a change of roles or sharing rules means for people: who gains and who loses what. */
export interface AccessImpact {
  /** People for whom it is the same. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Of a module, or nothing for capabilities. */
  readonly module: string | null
  readonly title: string | null
  readonly action: Action | null
  readonly gained: Effect
  readonly lost: Effect
}

export interface Effect {
  /** Living records; null where they were not counted. */
  readonly records: number | null
  readonly examples: readonly { readonly id: string; readonly label: string }[]
  readonly fields: readonly string[]
  readonly capabilities: readonly Capability[]
}

export interface ImpactSource {
  readonly database: Database
  readonly schema: string
  readonly before: Model
  readonly after: Model
  /** Names of tables and columns that exist: what is new has no records yet. */
  readonly known: PhysicalNames
  readonly now: string
  /** What whoever plans may see: examples are shown of that only. */
  readonly seen: RecordTables
  /** Counts are told of modules that they may see whole: conditions of a draft could ask for the rest. */
  readonly reader: Pick<Access, 'may'>
}

/** Actions whose rows are compared; the others follow the same scopes. */
const compared: readonly Action[] = ['read', 'update', 'delete']

/** Different effects that one plan tells; each is a question to the database. */
const mostEffects = 60

/** Compares the rights of everybody before and after; nothing where neither roles nor sharing change. */
export const accessImpact = async (source: ImpactSource): Promise<readonly AccessImpact[]> => {
  if (!isAboutRights(source)) return []
  const directory = await loadDirectory({ database: source.database, schema: source.schema })
  const found = [...directory.members.values()]
    .filter(({ isActive, isAdministrator }) => isActive && !isAdministrator)
    .flatMap((member) => changesFor(source, directory, member))
  const impacts: AccessImpact[] = []
  for (const group of grouped(found).slice(0, mostEffects)) impacts.push(await measured(source, group))
  return impacts.filter((impact) => isFelt(impact.gained) || isFelt(impact.lost))
}

const isAboutRights = ({ before, after }: ImpactSource): boolean => {
  const rights = (model: Model) => JSON.stringify([[...model.roles].map(plainRole), model.sharing])
  return rights(before) !== rights(after)
}

const plainRole = ([id, role]: readonly [string, unknown]) => [
  id,
  JSON.stringify(role, (_key, value: unknown) => (value instanceof Map ? [...value] : value)),
]

/** One difference for one person. */
interface Change {
  readonly member: DirectoryMember
  readonly module: Module | undefined
  readonly action: Action | undefined
  readonly rows: { readonly before: Predicate; readonly after: Predicate }
  readonly fields: { readonly gained: readonly string[]; readonly lost: readonly string[] }
  readonly capabilities: { readonly gained: readonly Capability[]; readonly lost: readonly Capability[] }
}

const none = { gained: [], lost: [] }

const changesFor = (source: ImpactSource, directory: Directory, member: DirectoryMember): readonly Change[] => {
  const access = (model: Model): Access =>
    accessOf({ model, principal: principalOfMember(directory, member, model.app.timeZone), now: source.now })
  const [before, after] = [access(source.before), access(source.after)]
  const capabilities = {
    gained: capabilityNames.filter((name) => after.can(name) && !before.can(name)),
    lost: capabilityNames.filter((name) => before.can(name) && !after.can(name)),
  }
  const ofModules = [...source.after.modules.values()].flatMap((module) =>
    compared.flatMap((action): readonly Change[] => {
      const change = {
        rows: { before: before.may(action, module)?.rows ?? never, after: after.may(action, module)?.rows ?? never },
        fields: fieldChanges(module, action, { before, after }),
      }
      return isSame(change.rows.before, change.rows.after) &&
        change.fields.gained.length + change.fields.lost.length === 0
        ? []
        : [{ member, module, action, ...change, capabilities: none }]
    }),
  )
  return capabilities.gained.length + capabilities.lost.length === 0
    ? ofModules
    : [
        {
          member,
          module: undefined,
          action: undefined,
          rows: { before: never, after: never },
          fields: none,
          capabilities,
        },
        ...ofModules,
      ]
}

const isSame = (one: Predicate, other: Predicate): boolean => JSON.stringify(one) === JSON.stringify(other)

const fieldChanges = (
  module: Module,
  action: Action,
  { before, after }: { readonly before: Access; readonly after: Access },
): Change['fields'] => {
  const has = (access: Access, field: string): boolean =>
    (access.may(action, module)?.cell(field).type ?? 'never') !== 'never'
  const names = [...module.fields.keys()]
  // Where the action itself comes or goes, its fields go without saying.
  if (before.may(action, module) === undefined || after.may(action, module) === undefined) return none
  return {
    gained: names.filter((name) => has(after, name) && !has(before, name)),
    lost: names.filter((name) => has(before, name) && !has(after, name)),
  }
}

/** People for whom the same changes in the same way. */
const grouped = (changes: readonly Change[]): readonly (readonly Change[])[] => {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const { member: _member, module, ...rest } = change
    const key = JSON.stringify([module?.id, rest])
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()]
}

const measured = async (source: ImpactSource, group: readonly Change[]): Promise<AccessImpact> => {
  const [first] = group
  if (first === undefined) throw new Error('a group of changes is never empty')
  const { module, action, rows: scopes, fields, capabilities } = first
  const effect = async (way: 'gained' | 'lost', from: Predicate, to: Predicate): Promise<Effect> => ({
    ...(await recordsOf(source, module, isSame(from, to) ? never : allOf([to, negated(from)]))),
    fields: fields[way],
    capabilities: capabilities[way],
  })
  return {
    people: group.map(({ member: { id, name } }) => ({ id, name })),
    module: module?.name ?? null,
    title: module?.plural ?? null,
    action: action ?? null,
    gained: await effect('gained', scopes.before, scopes.after),
    lost: await effect('lost', scopes.after, scopes.before),
  }
}

const examples = 3

/** How many records there are, and a few of them; a module that is new has none. */
const recordsOf = async (
  source: ImpactSource,
  module: Module | undefined,
  predicate: Predicate,
): Promise<Pick<Effect, 'records' | 'examples'>> => {
  if (module === undefined || predicate.type === 'never') return { records: 0, examples: [] }
  if (!source.known.has(nameKey(module.id, undefined))) return { records: 0, examples: [] }
  if (!isWhole(source, module)) return { records: null, examples: [] }
  const { database, schema, seen } = source
  const { joins, where } = selection({ schema, alias: 't', tables: presentTables(schema) }, predicate)
  const from = sql`from ${ident(schema, module.table)} t ${joins} where t.deleted_at is null and ${where}`
  try {
    const [counted] = await rows(database, sql`select count(*) ${from}`)
    const found = await rows(
      database,
      sql`select v.id, v.label from ${seen.records(module.table)} v where v.id in (select t.id ${from}) order by v.created_at desc, v.id desc limit ${examples}`,
    )
    return {
      records: Number(counted?.[0] ?? 0),
      examples: found.map(([id, label]) => ({ id: String(id), label: String(label) })),
    }
  } catch (error) {
    // A condition on a column that this same change set brings cannot be asked yet.
    if (error instanceof Error && 'code' in error && error.code === '42703') return { records: null, examples: [] }
    throw error
  }
}

/** Whether whoever plans may see all of a module, as it is published. */
const isWhole = ({ before, reader }: ImpactSource, { id }: Module): boolean => {
  const module = before.modules.values().find((one) => one.id === id)
  const read = module === undefined ? undefined : reader.may('read', module)
  if (module === undefined || read?.rows.type !== 'always') return false
  return module.fields.keys().every((field) => read.cell(field).type === 'always')
}

const isFelt = ({ records, fields, capabilities }: Effect): boolean =>
  records === null || records > 0 || fields.length > 0 || capabilities.length > 0
