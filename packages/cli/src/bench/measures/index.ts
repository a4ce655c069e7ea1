import { aggregate } from './aggregate.ts'
import { create } from './create.ts'
import { countedList, list } from './list.ts'
import type { Measure } from './measure.ts'
import { patch } from './patch.ts'
import { readOne } from './read-one.ts'
import { scoped } from './scoped.ts'

/** What the bench measures beside the bare server. */
export const measures: readonly Measure[] = [readOne, list, countedList, create, patch, aggregate, ...scoped]
