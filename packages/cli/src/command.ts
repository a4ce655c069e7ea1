/** One word of `telar`: a file and a line in `commands/index.ts`. */
export interface Command {
  readonly name: string
  /** What it does, one line. */
  readonly summary: string
  /** How it is called, behind its name. */
  readonly usage: string
  /** Gives the exit code: 0 done, 1 refused, 2 called wrongly. */
  readonly run: (args: readonly string[], console: CommandConsole) => Promise<number>
}

/** Where a command speaks; tests listen here. */
export interface CommandConsole {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
}
