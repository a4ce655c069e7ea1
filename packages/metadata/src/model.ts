import type { Action, FieldRight } from './access/actions.ts'
import type { Capability } from './access/capabilities.ts'
import type { Scope } from './access/scope-names.ts'
import type { Field } from './fields/field-type.ts'
import type { Option } from './fields/option.ts'
import type { Filter } from './filter/filter.ts'
import type { JsonObject } from './json.ts'
import type { LabelTemplate } from './label-template.ts'

export type { Field, LinkTarget } from './fields/field-type.ts'
export { type Option, type OptionColor, optionColors } from './fields/option.ts'

/**
 * A definition, complete and indexed: what `resolve` makes of documents. Everything that serves records is derived
 * from it. Inside, nothing is optional that has a default; names are the API names.
 */
export interface Model {
  readonly app: App
  readonly modules: ReadonlyMap<string, Module>
  readonly optionLists: ReadonlyMap<string, OptionList>
  readonly layouts: readonly Layout[]
  readonly views: readonly View[]
  readonly navigation: readonly NavigationItem[]
  /** By stable id, which assignments keep when a role is renamed. */
  readonly roles: ReadonlyMap<string, Role>
  readonly sharing: readonly SharingRule[]
  /** Labels by language, then by stable id (`fi_…`, `mo_….plural`, `fi_….help`). */
  readonly translations: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export interface App {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly title: string
  readonly languages: readonly string[]
  /** ISO 4217; sums of money are kept in it. */
  readonly baseCurrency: string
  /** Worth of one unit of a currency in the base currency, as decimal text. */
  readonly rates: Readonly<Record<string, string>>
  readonly timeZone: string
  /** What is known of every person, by name, for conditions of roles. */
  readonly userAttributes: ReadonlyMap<string, string>
}

export interface Module {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly plural: string
  readonly description: string
  readonly icon: string
  /** Physical table, made at birth and never renamed (decisions.md 1). */
  readonly table: string
  readonly label: LabelTemplate
  /** Whether records have an owner and a team. */
  readonly owned: boolean
  /** A document with `x-module` refuses unknown fields; a foreign schema follows its own words. */
  readonly extras: 'refused' | 'kept'
  /** `""` becomes empty in Telar modules and is kept in foreign ones. */
  readonly emptyText: 'null' | 'kept'
  /** The author's own fields by API name, in document order. */
  readonly fields: ReadonlyMap<string, Field>
  /** `id, version, createdAt …`: fields like the others for filters, sorting and reading. */
  readonly systemFields: ReadonlyMap<string, Field>
  /** Lists of records elsewhere that link here, by the name the link calls them from this side. */
  readonly inverses: ReadonlyMap<string, Inverse>
  readonly unique: readonly UniqueRule[]
  readonly indexes: readonly (readonly string[])[]
  /** The module as one bundled 2020-12 schema of the *wire* form: what AJV enforces on every way in. */
  readonly schema: JsonObject
  readonly rules: readonly Rule[]
  /** Path of the document, for reports. */
  readonly file: string
}

export interface UniqueRule {
  readonly fields: readonly string[]
}

/** A before-save rule of a closed list (`rules/index.ts`); its settings as written. */
export interface Rule {
  readonly kind: string
  readonly settings: JsonObject
}

export interface Inverse {
  readonly name: string
  readonly title: string
  /** Where the link field lives. */
  readonly module: string
  readonly field: string
}

/** What people with this role may do; what is not named is not allowed. */
export interface Role {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly description: string
  /** By module; `*` = every module that is not named. */
  readonly modules: ReadonlyMap<string, RoleRights>
  readonly capabilities: readonly Capability[]
}

export interface RoleRights {
  readonly scopes: Readonly<Record<Action, Scope>>
  /** Of fields that are named, by API name. */
  readonly fields: ReadonlyMap<string, FieldRight>
  /** Of all other fields. */
  readonly otherFields: FieldRight
}

/** Records that meet a condition, given to everybody of a role (by name) or a team (by key). */
export interface SharingRule {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly module: string
  readonly where: Filter
  readonly level: ShareLevel
  readonly to: { readonly role: string } | { readonly team: string }
}

export type ShareLevel = 'read' | 'write'

export interface OptionList {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly options: readonly Option[]
}

export interface Layout {
  readonly id: string
  readonly name: string
  readonly module: string
  readonly kind: 'record' | 'quickCreate'
  readonly title: string
  /** JSON Forms UI Schema. */
  readonly ui: JsonObject
  readonly related: readonly RelatedList[]
  /** Fields shown large at the head of the record. */
  readonly highlights: readonly string[]
}

export interface RelatedList {
  /** Name of an inverse or of a many-to-many field of the module. */
  readonly link: string
  readonly columns: readonly string[]
  readonly sort: readonly string[]
}

export interface View {
  readonly id: string
  readonly name: string
  readonly module: string
  readonly kind: 'list'
  readonly title: string
  readonly filter: Filter | undefined
  readonly sort: readonly string[]
  readonly columns: readonly ViewColumn[]
  readonly totals: readonly { readonly field: string; readonly measure: string }[]
  readonly isDefault: boolean
}

export interface ViewColumn {
  readonly field: string
  readonly width: number | undefined
}

export type NavigationItem =
  | { readonly type: 'module'; readonly module: string }
  | { readonly type: 'group'; readonly id: string; readonly title: string; readonly items: readonly NavigationItem[] }
