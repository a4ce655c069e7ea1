import type { Chore } from '../chore.ts'
import { collectFiles } from './collect-files.ts'
import { prepareYears } from './prepare-years.ts'
import { tidySignIn } from './tidy-sign-in.ts'

/** Everything that is done without being asked. */
export const chores: readonly Chore[] = [collectFiles, prepareYears, tidySignIn]
