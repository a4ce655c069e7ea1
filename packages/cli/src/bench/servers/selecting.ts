import { type PhysicalTables, schema } from '../physical-table.ts'

/** What the bare server answers of a record: its columns, and what everything that it names is called. */
export interface Selecting {
  readonly select: string
  readonly joins: string
}

const system = ['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'owner_id', 'team_id']

export const selecting = (
  { deal, company }: PhysicalTables,
  column: (name: string) => string = (name) => `t.${name}`,
): Selecting => {
  const fields = [...system, ...[...deal.columns.values()].map((name) => `"${name}"`)].map(column)
  const named = [
    { alias: 'c', table: company.name, id: `"${deal.columns.get('company') ?? ''}"`, name: 'label as company_label' },
    {
      alias: 'm',
      table: `${schema}.member`,
      id: `"${deal.columns.get('manager') ?? ''}"`,
      name: 'name as manager_name',
    },
    { alias: 'cb', table: `${schema}.member`, id: 'created_by', name: 'name as created_by_name' },
    { alias: 'ub', table: `${schema}.member`, id: 'updated_by', name: 'name as updated_by_name' },
    { alias: 'o', table: `${schema}.member`, id: 'owner_id', name: 'name as owner_name' },
    { alias: 'tm', table: `${schema}.team`, id: 'team_id', name: 'name as team_name' },
  ]
  return {
    select: `select ${[...fields, ...named.map(({ alias, name }) => `${alias}.${name}`)].join(', ')}`,
    joins: named.map(({ alias, table, id }) => `left join ${table} ${alias} on ${alias}.id = t.${id}`).join(' '),
  }
}
