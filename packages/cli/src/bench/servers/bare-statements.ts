import type { PhysicalTables } from '../physical-table.ts'
import { selecting } from './selecting.ts'

/** The SQL of the bare server: what ours does for its caller, without rights, versions, validation, labels of search and ledger. */
export interface BareStatements {
  readonly read: string
  readonly list: string
  readonly count: string
  readonly create: string
  readonly patch: string
  readonly aggregate: string
  /** Columns that `create` takes, in order. */
  readonly columns: readonly string[]
}

/** The column that search reads is written by both: the texts that our fields bring into it stand first. */
const searched = (columns: readonly string[]): string =>
  `lower(concat_ws(' ', ${columns
    .slice(0, searchedFields)
    .map((_, index) => `$${index + 1}::text`)
    .join(', ')}))`

/** Name, code, e-mail, phone, website, city, reference, description. */
const searchedFields = 8

export const bareStatements = (tables: PhysicalTables): BareStatements => {
  const { deal } = tables
  const column = (name: string): string => `"${deal.columns.get(name) ?? ''}"`
  const columns = [...deal.columns.values()]
  const { select, joins } = selecting(tables)
  const filter = `t.deleted_at is null and t.${column('stage')} = $1 and t.${column('amount.base')} >= $2`
  return {
    read: `${select} from ${deal.name} t ${joins} where t.id = $1 and t.deleted_at is null`,
    list: `${select} from ${deal.name} t ${joins} where ${filter} order by t.created_at desc, t.id desc limit 50`,
    count: `select count(*) from ${deal.name} t where ${filter}`,
    create: `with t as (insert into ${deal.name} (id, version, created_at, updated_at, label, search, ${columns.map((name) => `"${name}"`).join(', ')})
      values (uuidv7(), 1, now(), now(), $1, ${searched(columns)}, ${columns.map((_, index) => `$${index + 1}`).join(', ')}) returning *) ${select} from t ${joins}`,
    patch: `with t as (update ${deal.name} t set ${column('stage')} = $2, ${column('score')} = $3, version = version + 1, updated_at = now()
      where id = $1 and deleted_at is null returning *) ${select} from t ${joins}`,
    aggregate: `select ${column('stage')} as stage, count(*) as count, sum(${column('amount.base')}) as amount from ${deal.name} t where t.deleted_at is null group by 1 order by 1`,
    columns,
  }
}
