import { fieldTypes, recogniseFieldType } from '../fields/index.ts'
import type { JsonObject } from '../json.ts'
import type { App, Field } from '../model.ts'

interface SystemField {
  readonly name: string
  readonly column: string
  readonly kind: string
  readonly title: string
  readonly schema: JsonObject
  readonly owned?: true
}

/** What every record has besides its author's fields (decisions.md 6). */
const specs: readonly SystemField[] = [
  { name: 'id', column: 'id', kind: 'uuid', title: 'Id', schema: { type: 'string', format: 'uuid' } },
  { name: 'version', column: 'version', kind: 'integer', title: 'Version', schema: { type: 'integer' } },
  {
    name: 'createdAt',
    column: 'created_at',
    kind: 'date-time',
    title: 'Created',
    schema: { type: 'string', format: 'date-time' },
  },
  { name: 'createdBy', column: 'created_by', kind: 'user', title: 'Created by', schema: { 'x-field': 'user' } },
  {
    name: 'updatedAt',
    column: 'updated_at',
    kind: 'date-time',
    title: 'Updated',
    schema: { type: 'string', format: 'date-time' },
  },
  { name: 'updatedBy', column: 'updated_by', kind: 'user', title: 'Updated by', schema: { 'x-field': 'user' } },
  { name: 'ownerId', column: 'owner_id', kind: 'user', title: 'Owner', schema: { 'x-field': 'user' }, owned: true },
  {
    name: 'teamId',
    column: 'team_id',
    kind: 'team',
    title: 'Team',
    schema: { 'x-field': 'team' },
    owned: true,
  },
  {
    name: 'deletedAt',
    column: 'deleted_at',
    kind: 'date-time',
    title: 'Deleted',
    schema: { type: 'string', format: 'date-time' },
  },
]

/** Names that an author's property cannot have on the wire; such a property is called `id_` and so on. */
export const systemNames: ReadonlySet<string> = new Set(specs.map(({ name }) => name))

export const systemFields = (app: App, owned: boolean): ReadonlyMap<string, Field> =>
  new Map(specs.filter((spec) => owned || spec.owned !== true).map((spec) => [spec.name, systemField(spec, app)]))

const systemField = (spec: SystemField, app: App): Field => {
  const type = fieldTypes.get(spec.kind) ?? recogniseFieldType(spec.schema)
  return {
    id: `sys.${spec.name}`,
    name: spec.name,
    property: spec.name,
    title: spec.title,
    help: '',
    type,
    storage: type.storage,
    schema: spec.schema,
    required: false,
    default: undefined,
    unique: false,
    indexed: false,
    searchable: false,
    readOnly: spec.owned !== true,
    timeline: true,
    system: true,
    origin: 'telar',
    column: spec.column,
    options: [],
    link: undefined,
    children: new Map(),
    conditions: { visible: undefined, required: undefined, readOnly: undefined },
    baseCurrency: app.baseCurrency,
    rates: app.rates,
  }
}
