import type { Filter } from '../filter/filter.ts'

/** Rows that an action is allowed on, from none to all; each includes the one before. */
export const scopeNames = ['none', 'own', 'team', 'teamTree', 'all'] as const

export type ScopeName = (typeof scopeNames)[number]

/** The rows of one action of one role: a step of the ladder, or a condition. */
export type Scope = ScopeName | { readonly where: Filter }
