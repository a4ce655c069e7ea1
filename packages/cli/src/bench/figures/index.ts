import type { Figure } from './figure.ts'
import { largeMemory } from './large-memory.ts'
import { newField } from './new-field.ts'
import { pagingMemory } from './paging-memory.ts'
import { salesMemory } from './sales-memory.ts'
import { secondStart } from './second-start.ts'

/** What the bench measures of our server alone. The second start comes last: it takes the others' server away. */
export const figures: readonly Figure[] = [pagingMemory, newField, salesMemory, largeMemory, secondStart]
