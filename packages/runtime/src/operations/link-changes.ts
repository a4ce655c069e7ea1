import {
  type Field,
  isObject,
  type Json,
  type JsonObject,
  never,
  objectAt,
  readComposite,
  stringAt,
} from '@telar/metadata'
import type { Reading } from '../access/reading.ts'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { ReadModule } from '../snapshot/snapshot.ts'
import { linkJoins, pathsIn } from '../storage/link-joins.ts'
import { predicateSql } from '../storage/predicate-sql.ts'
import { presentTables } from '../storage/record-tables.ts'
import type { Caller, Readable } from './caller.ts'
import { attributeReferences } from './link-attributes.ts'
import { type ManyToMany, nameFrom } from './link-way.ts'
import type { LedgerRow } from './read-ledger.ts'
import { labelsOf } from './resolved-labels.ts'

export const isLinkOp = (op: string): boolean => op === 'link' || op === 'unlink'

/** Which link each row of the ledger made or undid, as this record's side calls it; null for all other rows, and for links to what the caller may not see. */
export const linkChanges = async (
  { caller, reading }: Readable,
  shows: (field: string) => boolean,
  history: readonly LedgerRow[],
): Promise<readonly Json[]> => {
  const found = history.map((row) => linkChange(reading, shows, row))
  const isShown = await shownFromAfar(caller, found)
  const changes = found.map((change) => (change !== undefined && isShown(change) ? change : undefined))
  const labelOf = await labelsOf(caller, changes.flatMap(referencesIn))
  return changes.map((change) =>
    change === undefined || labelOf(change.field, change.to) === null
      ? null
      : {
          link: change.link,
          module: change.module,
          record: { id: change.to, label: labelOf(change.field, change.to) },
          attributes: readComposite(change.attributes, change.field.children, labelOf),
        },
  )
}

/** Seen from the far end, a link is a cell of the record there: shown where a role grants that cell, as it is today. */
const shownFromAfar = async (
  caller: Caller,
  changes: readonly (LinkChange | undefined)[],
): Promise<(change: LinkChange) => boolean> => {
  const shown = new Map<Field, ReadonlySet<string>>()
  const byField = Map.groupBy(
    changes.filter((change) => change?.end === 'to').filter((change) => change !== undefined),
    ({ field }) => field,
  )
  for (const [field, [first, ...rest]] of byField)
    if (first !== undefined) shown.set(field, await idsGranted(caller, first, rest))
  return ({ end, field, to }) => end === 'from' || shown.get(field)?.has(to) === true
}

const idsGranted = async (
  caller: Caller,
  first: LinkChange,
  rest: readonly LinkChange[],
): Promise<ReadonlySet<string>> => {
  const { owner, field } = first
  const ids = [first, ...rest].map(({ to }) => to)
  const cells = caller.access.may('read', owner.module)?.cell(field.name) ?? never
  if (cells.type === 'always') return new Set(ids)
  if (cells.type === 'never') return new Set()
  const { schema } = caller.snapshot.workspace
  const joins = linkJoins({ schema, alias: 't', tables: presentTables(schema) }, pathsIn(cells))
  const found = await rows(
    caller.database,
    sql`select t.id from ${ident(schema, owner.module.table)} t ${joins.sql} where t.id = any(${ids}::uuid[]) and ${predicateSql(cells, joins)}`,
  )
  return new Set(found.map(([id]) => String(id)))
}

const referencesIn = (change: LinkChange | undefined) =>
  change === undefined
    ? []
    : [{ field: change.towards, id: change.to }, ...attributeReferences(change.field, change.attributes)]

interface LinkChange {
  readonly end: ManyToMany['near']
  readonly owner: ReadModule
  readonly link: string
  readonly module: string
  readonly field: Field
  /** A field that leads to the module of the other record. */
  readonly towards: Pick<Field, 'storage' | 'link'>
  readonly to: string
  readonly attributes: JsonObject
}

/** Undefined too when the field is gone from the definition: then nothing tells any more what it was called. */
const linkChange = (
  reading: Reading,
  shows: (field: string) => boolean,
  { entry, detail }: LedgerRow,
): LinkChange | undefined => {
  if (!isLinkOp(entry.op) || !isObject(detail)) return undefined
  const end = detail['end'] === 'to' ? 'to' : 'from'
  const found = fieldOf(reading, stringAt(detail, 'field') ?? '')
  const to = stringAt(detail, 'to')
  if (found === undefined || to === undefined || (end === 'from' && !shows(found.field.name))) return undefined
  const { owner, field } = found
  const module = end === 'from' ? (field.link?.module ?? '') : owner.module.name
  return {
    end,
    owner,
    link: nameFrom(end, owner.module.name, field),
    module,
    field,
    towards: { storage: { type: 'link' }, link: { module, inverse: undefined, onDelete: 'restrict' } },
    to,
    attributes: attributesIn(detail),
  }
}

const attributesIn = (detail: JsonObject): JsonObject => objectAt(detail, 'attributes') ?? {}

const fieldOf = (reading: Reading, id: string): { readonly owner: ReadModule; readonly field: Field } | undefined => {
  for (const owner of reading.modules.values()) {
    const field = [...owner.module.fields.values()].find((one) => one.id === id)
    if (field !== undefined) return { owner, field }
  }
  return undefined
}
