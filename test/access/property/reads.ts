import { linkedReads } from './linked-reads.ts'
import { pastReads } from './past-reads.ts'
import { plainReads } from './plain-reads.ts'
import type { ReadPath } from './read-case.ts'

/** Every path by which records are read. */
export const readPaths: readonly ReadPath[] = [...plainReads, ...linkedReads, ...pastReads]
