/** Operators that types share, in the order in which a filter builder offers them. */
const presence = ['isEmpty', 'isNotEmpty'] as const

export const presenceOperators = presence

export const choiceOperators = ['equals', 'notEquals', 'in', 'notIn', ...presence] as const

export const textOperators = [
  'contains',
  'notContains',
  'equals',
  'notEquals',
  'startsWith',
  'endsWith',
  'in',
  'notIn',
  ...presence,
] as const

export const orderOperators = [
  'equals',
  'notEquals',
  'lessThan',
  'atMost',
  'greaterThan',
  'atLeast',
  'between',
  'in',
  'notIn',
  ...presence,
] as const

export const dateOperators = [
  'on',
  'within',
  'lessThan',
  'atMost',
  'greaterThan',
  'atLeast',
  'between',
  'equals',
  'notEquals',
  ...presence,
] as const

export const listOperators = ['hasAny', 'hasAll', 'hasNone', ...presence] as const
