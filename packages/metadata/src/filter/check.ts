import type { Issue } from '../issue/issue.ts'
import type { Model, Module } from '../model.ts'
import { readFilter } from './read-filter.ts'

/** Every problem of a written filter, with pointers into it; none = it can be compiled for this module. */
export const checkFilter = (model: Model, module: Module, filter: unknown): readonly Issue[] =>
  readFilter(filter, { model, module, context: anyTime }).issues

/** What is right or wrong does not depend on who asks and when. */
export const anyTime = {
  now: '2000-01-01T00:00:00.000Z',
  timeZone: 'UTC',
  firstDayOfWeek: 1,
  user: { id: null },
} as const
