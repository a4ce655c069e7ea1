import { type Issue, type Json, type Language, messageOf } from '@telar/metadata'
import { ConfigError, DatabaseError, StartError, TelarError } from '@telar/runtime'
import type { Command, ExitCode, Outcome } from './command.ts'
import { NoAnswer, Refusal } from './connection/refusal.ts'
import { say } from './texts.ts'
import { WrongCall } from './wrong-call.ts'

interface Circumstances {
  readonly language: Language
  readonly command: Command
}

/** An error as lines a person can act on: what, then where. */
export const failure = (error: unknown, { language, command }: Circumstances): Outcome => {
  if (error instanceof WrongCall) {
    const usage = say(language, 'usage', { usage: `${command.name} ${command.usage[language]}`.trim() })
    return outcome(2, 'WRONG_CALL', [error.message, usage])
  }
  if (error instanceof ConfigError) return outcome(3, 'CONFIGURATION', error.sentences(language))
  if (error instanceof StartError || error instanceof DatabaseError)
    return outcome(3, error.code, [error.textIn(language)])
  if (error instanceof NoAnswer) return outcome(3, 'NO_ANSWER', [error.message])
  if (error instanceof Refusal) return refused(error.code, error.message, error.issues)
  if (error instanceof TelarError)
    return refused(
      error.code,
      error.textIn(language),
      error.issues.map((issue) => told(issue, language)),
    )
  return outcome(1, 'FAULT', [error instanceof Error ? error.message : String(error)])
}

const outcome = (exitCode: ExitCode, code: string, lines: readonly string[]): Outcome => ({
  exitCode,
  lines,
  json: { error: { code, message: lines.join('\n') } },
})

interface ToldIssue {
  readonly file?: string
  readonly pointer: string
  readonly code: string
  readonly message: string
}

const told = (issue: Issue, language: Language): ToldIssue => ({
  pointer: issue.pointer,
  code: issue.code,
  message: messageOf(issue, language),
  ...(issue.file === undefined ? {} : { file: issue.file }),
})

const refused = (code: string, message: string, issues: readonly ToldIssue[]): Outcome => ({
  exitCode: 1,
  lines: [
    message,
    ...issues.map(
      (issue) =>
        `  ${[issue.file, issue.pointer].filter((part) => part !== undefined && part !== '').join(' ')}: ${issue.message}`,
    ),
  ],
  json: { error: { code, message, issues: issues.map((issue): Json => ({ ...issue })) } },
})
