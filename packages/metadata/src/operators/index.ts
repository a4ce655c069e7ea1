import { atLeast } from './at-least.ts'
import { atMost } from './at-most.ts'
import { between } from './between.ts'
import { contains } from './contains.ts'
import { endsWith } from './ends-with.ts'
import { equals } from './equals.ts'
import { greaterThan } from './greater-than.ts'
import { hasAll } from './has-all.ts'
import { hasAny } from './has-any.ts'
import { hasNone } from './has-none.ts'
import { isIn } from './in.ts'
import { isEmpty } from './is-empty.ts'
import { isNotEmpty } from './is-not-empty.ts'
import { lessThan } from './less-than.ts'
import { notContains } from './not-contains.ts'
import { notEquals } from './not-equals.ts'
import { notIn } from './not-in.ts'
import { on } from './on.ts'
import type { Operator } from './operator.ts'
import { startsWith } from './starts-with.ts'
import { within } from './within.ts'

const list: readonly Operator[] = [
  equals,
  notEquals,
  isIn,
  notIn,
  contains,
  notContains,
  startsWith,
  endsWith,
  lessThan,
  atMost,
  greaterThan,
  atLeast,
  between,
  on,
  within,
  hasAny,
  hasAll,
  hasNone,
  isEmpty,
  isNotEmpty,
]

/** Every operator by its name, in the order in which they are offered. */
export const operators: ReadonlyMap<string, Operator> = new Map(list.map((operator) => [operator.name, operator]))
