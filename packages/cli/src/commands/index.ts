import type { Command } from '../command.ts'
import { apply } from './apply.ts'
import { bench } from './bench.ts'
import { dev } from './dev.ts'
import { create } from './new.ts'
import { plan } from './plan.ts'
import { pull } from './pull.ts'
import { start } from './start.ts'
import { types } from './types.ts'
import { user } from './user.ts'
import { validate } from './validate.ts'

/** Every command of `telar`. */
export const commands: readonly Command[] = [start, dev, create, validate, plan, apply, pull, types, user, bench]
