import type { Json } from '../json.ts'

/**
 * What selects records, as written: views, access scopes, list queries, conditions. `field` may be a path through
 * links and parts (`account.industry`, `amount.currency`). Values may be relative (`{date: "-30d"}`, `{user: "id"}`).
 */
export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly some: string; readonly where?: Filter }
  | { readonly none: string; readonly where?: Filter }
  | { readonly field: string; readonly op: string; readonly value?: Json }
