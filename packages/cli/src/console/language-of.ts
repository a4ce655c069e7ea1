import { type Language, languageFrom } from '@telar/metadata'
import type { Environment } from '../command.ts'

/** The language of the terminal, as the system's programs choose theirs. */
export const languageOf = (env: Environment): Language =>
  languageFrom([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== ''))
