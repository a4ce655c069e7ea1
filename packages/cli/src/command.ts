import type { Json, Language, Text } from '@telar/metadata'

/** One word of `telar`: a file and a line in `commands/index.ts`. */
export interface Command {
  readonly name: string
  readonly summary: Text
  /** How it is called, behind its name. */
  readonly usage: Text
  /** How many words it takes besides options. */
  readonly words: { readonly min: number; readonly max: number }
  readonly options: Readonly<Record<string, Option>>
  readonly run: (call: CommandCall) => Promise<Outcome>
}

/** `--name` or `--name <value>`. */
export interface Option {
  readonly value?: string
  readonly text: Text
}

/** A command as it was called. */
export interface CommandCall {
  readonly words: readonly string[]
  readonly has: (option: string) => boolean
  readonly value: (option: string) => string | undefined
  readonly env: Environment
  readonly language: Language
  /** Relative paths are meant from here: where the person stands, not where npm runs. */
  readonly cwd: string
  /** What happens on the way; the end is the outcome. */
  readonly tell: (report: Report) => void
  /** An error as the command's end would tell it. */
  readonly explain: (error: unknown) => Outcome
  /** One line that is typed or piped in; undefined when there is none. */
  readonly ask: (question: string) => Promise<string | undefined>
  /** For commands that stay: aborted by Ctrl-C. Others are ended by it. */
  readonly stopped: () => AbortSignal
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The same for people and, with `--json`, for programs. */
export interface Report {
  readonly lines: readonly string[]
  readonly json: Json
}

export interface Outcome extends Report {
  readonly exitCode: ExitCode
}

/** Documented in docs/developers/cli.md: 0 done, 1 refused or problems found, 2 called wrongly, 3 no server or database to work with. */
export type ExitCode = 0 | 1 | 2 | 3
