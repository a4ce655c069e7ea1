import type { Language } from '@telar/metadata'
import type { Command, CommandCall, Outcome, Report } from './command.ts'
import { helpOf, overview } from './console/help.ts'
import { languageOf } from './console/language-of.ts'
import { parseCall, type ParsedCall } from './console/parse-call.ts'
import type { Terminal } from './console/terminal.ts'
import { failure } from './failure.ts'
import { say } from './texts.ts'

/** Finds the command by its name and runs it; gives the exit code. */
export const runCommand = async (
  commands: readonly Command[],
  args: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const language = languageOf(terminal.env)
  const isJson = args.includes('--json')
  const print = printer(terminal, isJson)
  const [name = 'help', ...rest] = args.filter((arg, index) => index > 0 || arg !== '--json')
  const outcome = isHelp(name)
    ? help(commands, rest, language)
    : await perform(commands, { name, rest, terminal, print }, language)
  print(outcome, outcome.exitCode === 0 ? 'out' : 'error')
  return outcome.exitCode
}

const isHelp = (name: string): boolean => ['help', '--help', '-h'].includes(name)

const help = (commands: readonly Command[], rest: readonly string[], language: Language): Outcome => {
  const name = rest.find((word) => !word.startsWith('-'))
  const command = commands.find((one) => one.name === name)
  if (name !== undefined && command === undefined) return unknownCommand(commands, name, language)
  return { exitCode: 0, ...(command === undefined ? overview(commands, language) : helpOf(command, language)) }
}

const unknownCommand = (commands: readonly Command[], name: string, language: Language): Outcome => {
  const message = say(language, 'unknownCommand', { name })
  return {
    exitCode: 2,
    lines: [message, '', ...overview(commands, language).lines],
    json: { error: { code: 'WRONG_CALL', message } },
  }
}

interface Wanted {
  readonly name: string
  readonly rest: readonly string[]
  readonly terminal: Terminal
  readonly print: Print
}

const perform = async (
  commands: readonly Command[],
  { name, rest, terminal, print }: Wanted,
  language: Language,
): Promise<Outcome> => {
  const command = commands.find((one) => one.name === name)
  if (command === undefined) return unknownCommand(commands, name, language)
  try {
    const parsed = parseCall(command, rest, language)
    if (parsed.options.has('help')) return { exitCode: 0, ...helpOf(command, language) }
    return await command.run(
      callOf(parsed, { terminal, print, explain: (error) => failure(error, { language, command }), language }),
    )
  } catch (error) {
    return failure(error, { language, command })
  }
}

const callOf = (
  { words, options }: ParsedCall,
  {
    terminal,
    print,
    explain,
    language,
  }: Pick<Wanted, 'terminal' | 'print'> & Pick<CommandCall, 'explain' | 'language'>,
): CommandCall => ({
  words,
  has: (option) => options.has(option),
  value: (option) => {
    const value = options.get(option)
    return typeof value === 'string' ? value : undefined
  },
  env: terminal.env,
  language,
  cwd: terminal.cwd,
  tell: (report) => print(report, 'out'),
  explain,
  ask: terminal.ask,
  stopped: terminal.stopped,
})

type Print = (report: Report, to: 'out' | 'error') => void

/** Programs read standard output, whatever came of it; people read errors beside it. */
const printer =
  (terminal: Terminal, isJson: boolean): Print =>
  ({ lines, json }, to) => {
    if (isJson) terminal.out(JSON.stringify(json))
    else for (const line of lines) terminal[to](line)
  }
