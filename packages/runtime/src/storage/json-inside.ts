import { decimalForm, type Primitive } from '@telar/metadata'
import { raw, type Sql, sql } from '../database/sql.ts'

interface Inside {
  readonly read: (json: Sql) => Sql
  readonly cast: string
}

const text = (json: Sql): Sql => sql`(${json} #>> '{}')`

const when = (json: Sql, kind: 'string' | 'number' | 'boolean' | 'array', then: Sql): Sql =>
  sql`(case when jsonb_typeof(${json}) = ${raw(`'${kind}'`)} then ${then} end)`

/** Text of a certain form that the type also accepts; `case` keeps the cast from being tried on anything else. */
const textAs = (json: Sql, type: 'date' | 'timestamptz' | 'uuid', form: string): Sql =>
  when(
    json,
    'string',
    sql`case when ${text(json)} ~ ${form} and pg_input_is_valid(${text(json)}, ${raw(`'${type}'`)}) then ${text(json)}::${raw(type)} end`,
  )

const asNumber = (json: Sql): Sql => when(json, 'number', sql`${text(json)}::numeric`)

const dateForm = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
const timeForm =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)? ?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)$'
const uuidForm = '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'

/** Values inside json, read as strictly as `cellInside` of metadata: what is of another kind is empty, never an error. */
export const jsonInside: Readonly<Record<Primitive, Inside>> = {
  text: { cast: 'text', read: (json) => when(json, 'string', text(json)) },
  integer: { cast: 'numeric', read: asNumber },
  double: { cast: 'numeric', read: asNumber },
  numeric: {
    cast: 'numeric',
    read: (json) =>
      sql`(case jsonb_typeof(${json}) when 'number' then ${text(json)}::numeric when 'string' then case when ${text(json)} ~ ${decimalForm} then ${text(json)}::numeric end end)`,
  },
  boolean: { cast: 'boolean', read: (json) => when(json, 'boolean', sql`${json}::boolean`) },
  date: { cast: 'date', read: (json) => textAs(json, 'date', dateForm) },
  timestamp: { cast: 'timestamptz', read: (json) => textAs(json, 'timestamptz', timeForm) },
  uuid: { cast: 'uuid', read: (json) => textAs(json, 'uuid', uuidForm) },
  json: { cast: 'jsonb', read: (json) => json },
  textList: {
    cast: 'text[]',
    read: (json) =>
      when(
        json,
        'array',
        sql`array(select item #>> '{}' from jsonb_array_elements(${json}) item where jsonb_typeof(item) = 'string')`,
      ),
  },
}

/** An id that lies inside a json column. */
export const uuidInside = (column: Sql, keys: readonly string[]): Sql =>
  jsonInside.uuid.read(sql`(${column} #> ${keys}::text[])`)
