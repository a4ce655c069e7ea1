import type { Filter } from '../filter/filter.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Text } from '../language.ts'
import type { Option } from './option.ts'
import type { ViewName, WidgetName } from './widget-names.ts'

/** What a column of the database can be; adapters know these and never a field type. */
export type Primitive =
  | 'text'
  | 'integer'
  | 'double'
  | 'numeric'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'uuid'
  | 'json'
  | 'textList'

/**
 * Where a field's value lives.
 * `columns`: one or more typed columns; the first part is the field's main column.
 * `link`: one uuid column with a foreign key to the target's table; read together with the target's label.
 * `links`: rows of a table of its own (from, to, attributes); read on demand.
 * `directory`: one uuid column that names a person or a team of the workspace; their names are for everybody.
 */
export type Storage =
  | { readonly type: 'columns'; readonly parts: Readonly<Record<string, Primitive>> }
  | { readonly type: 'link' }
  | { readonly type: 'links' }
  | { readonly type: 'directory'; readonly table: 'member' | 'team' }

/** A value of one column, in the form the database driver takes and gives (numeric, date, timestamp as text). */
export type Cell = Json

/** Values by part name. */
export type Cells = Readonly<Record<string, Cell>>

/**
 * How records are ordered by a field; always empty last. `parts`: by these columns one after the other; `position`:
 * by the place of the main column's text in the list; `label`: by the label of the record or person linked to.
 */
export type SortKey =
  | { readonly by: 'parts'; readonly parts: readonly string[] }
  | { readonly by: 'position'; readonly values: readonly string[] }
  | { readonly by: 'label' }

export type Measure = 'count' | 'countDistinct' | 'sum' | 'average' | 'min' | 'max'

/** `value`: groups are the values themselves; `date`: also by year, quarter, month, week, day (and hour of a time). */
export type Grouping = 'value' | 'date' | 'timestamp'

export interface ValueProblem {
  readonly code: string
  /** JSON Pointer inside the value; empty for the value itself. */
  readonly pointer: string
  readonly params: Readonly<Record<string, Json>>
}

/** How the reader of a text writes: for import from text and export to text. `textContext` makes a plain one. */
export interface TextContext {
  readonly language: string
  /** IANA name; date-times are read and written in it. */
  readonly timeZone: string
  /** The label of a stable id in the reader's language (`localise`). */
  readonly say: (id: string, written: string) => string
  /** Ids of the records or people that a link or user field may name by this label. */
  readonly idsOf: (field: Field, label: string) => readonly string[]
}

/** The label of what a link or user field names; null when it is not known. */
export type LabelOf = (field: Field, id: string) => string | null

/** A record or person named inside a value. */
export interface Reference {
  /** JSON Pointer inside the value; empty for the value itself. */
  readonly pointer: string
  /** The link or user field that names it; its `storage` and `link` say what is named. */
  readonly field: Field
  readonly id: string
}

/** Running numbers of a field: which counter a day belongs to, and how its number is written. Days are `YYYY-MM-DD`. */
export interface Numbering {
  readonly period: (day: string) => string
  readonly format: (counter: number, day: string) => string
}

export type TextReading<Value extends Json = Json> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ValueProblem }

export interface FieldExample {
  /** Schema words of the property, `x-field` included where the type is not recognised from standard words. */
  readonly schema: JsonObject
  /** What the caller writes. */
  readonly value: Json
  /** What a reader gets when it differs from what was written (normalised). */
  readonly reads?: Json
  /** What `toText` gives in English and UTC. */
  readonly text: string
}

export interface BadExample {
  readonly schema: JsonObject
  readonly value: Json
  /** Code of the first problem. */
  readonly code: string
}

/** Which icon group of the designer's palette a type stands in. */
export type FieldGroup = 'text' | 'number' | 'date' | 'choice' | 'relation' | 'person' | 'structure'

/**
 * Everything Telar knows of one kind of field. Shared code asks these answers and never compares `kind`.
 * A type is registered (one line in `fields/index.ts`) only when every aspect is answered; the contract suites loop
 * over the list.
 */
export interface FieldType {
  readonly kind: string
  readonly title: Text
  /** One or two sentences for the administrator: what it is for. */
  readonly description: Text
  readonly group: FieldGroup
  readonly icon: string
  /** JSON Schema of the settings an author may write beside the property (`x-…` and standard words). */
  readonly settings: JsonObject
  /** How well a plain property schema (no `x-field`) fits: 0 = not at all; the highest rank wins. */
  readonly recognise: (schema: JsonObject) => number
  readonly storage: Storage
  /** 2020-12 schema of one value as it is *written* on the wire (null is added by the caller). */
  readonly valueSchema: (field: Field) => JsonObject
  /** Brings a written value to the form that is validated and stored; must accept anything, and be idempotent. */
  readonly normalise: (value: Json, field: Field) => Json
  /** Problems JSON Schema cannot say (decimal bounds, phone numbers…); called with normalised values of the right shape. */
  readonly check: (value: Json, field: Field) => readonly ValueProblem[]
  /** Normalised value → cells; never called with null (all parts become null). */
  readonly store: (value: Json, field: Field) => Cells
  /** Cells → wire value. */
  readonly read: (cells: Cells, field: Field, labelOf: LabelOf) => Json
  /** Records and people that a normalised value names: they must exist, and their labels are looked up for `read`. */
  readonly references: (value: Json, field: Field) => readonly Reference[]
  /** A value of a filter as a cell of `part`, brought to the stored form; undefined when it cannot be one. */
  readonly operand: (value: Json, part: string, field: Field) => Cell | undefined
  /** Operators by part; the first part is meant when a filter names the field alone. */
  readonly operators: Readonly<Record<string, readonly string[]>>
  readonly sort: (field: Pick<Field, 'options'>) => SortKey | undefined
  readonly measures: readonly Measure[]
  readonly grouping: Grouping | undefined
  /** Part that measures and groups work on. */
  readonly measuredPart: string
  /** A sum, average, least or greatest of the measured part, as it is read. */
  readonly readMeasure: (value: Cell, field: Field) => Json
  readonly fromText: (text: string, field: Field, context: TextContext) => TextReading
  /** A *read* value as a person would write it; `''` for null. */
  readonly toText: (value: Json, field: Field, context: TextContext) => string
  /** A *read* value as people see it in titles and labels; need not be readable back. */
  readonly toLabel: (value: Json, field: Field, context: TextContext) => string
  /** Whether its text takes part in search when the author does not say. */
  readonly searchedByDefault: boolean
  /** The words under which a *read* value is found. */
  readonly searchText: (value: Json, field: Field) => string
  /** Set where the server gives the value at creation and callers never write it. */
  readonly numbering: ((field: Field) => Numbering) | undefined
  /** Whether it may be a child of a composite value. */
  readonly nestable: boolean
  /** Editor in forms and cells. */
  readonly widget: WidgetName
  /** Read view in lists and records. */
  readonly view: ViewName
  readonly examples: readonly FieldExample[]
  readonly badExamples: readonly BadExample[]
}

/** One field of a module, complete: nothing is optional that has a default; names are the API names. */
export interface Field {
  readonly id: string
  /** Name on the wire; the property's own name unless it collides with a system field (`id_`). */
  readonly name: string
  readonly property: string
  readonly title: string
  readonly help: string
  readonly type: FieldType
  readonly storage: Storage
  /** The property's schema as written (after `resolve`: 2020-12, references kept). */
  readonly schema: JsonObject
  readonly required: boolean
  readonly default: Json | undefined
  readonly unique: boolean
  readonly indexed: boolean
  readonly searchable: boolean
  readonly readOnly: boolean
  readonly timeline: boolean
  readonly system: boolean
  /**
   * `telar`: part of a document with `x-module` (spaces at the ends go, `""` is empty, unknown keys are refused).
   * `foreign`: part of somebody else's schema, whose own words alone count.
   */
  readonly origin: 'telar' | 'foreign'
  /** Physical column of the field's first part; the others append `_<part>` (decisions.md 1). */
  readonly column: string
  /** Choices of select-like fields, in order; empty for all others. */
  readonly options: readonly Option[]
  readonly link: LinkTarget | undefined
  /** Fields of a composite value. */
  readonly children: ReadonlyMap<string, Field>
  readonly conditions: FieldConditions
  readonly baseCurrency: string
  readonly rates: Readonly<Record<string, string>>
}

/** Conditions written as filters over the same record. */
export interface FieldConditions {
  readonly visible: Filter | undefined
  readonly required: Filter | undefined
  readonly readOnly: Filter | undefined
}

export interface LinkTarget {
  readonly module: string
  readonly inverse: string | undefined
  readonly onDelete: 'restrict' | 'cascade' | 'clear'
}
