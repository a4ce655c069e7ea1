import type { Command } from '../command.ts'
import { start } from './start.ts'

/** Every command of `telar`. */
export const commands: readonly Command[] = [start]
