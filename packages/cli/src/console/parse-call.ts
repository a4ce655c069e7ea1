import type { Language } from '@telar/metadata'
import type { Command } from '../command.ts'
import { say } from '../texts.ts'
import { WrongCall } from '../wrong-call.ts'

export interface ParsedCall {
  readonly words: readonly string[]
  readonly options: ReadonlyMap<string, string | true>
}

/** Options every command has. */
const common = ['json', 'help']

/** Splits what stands behind a command's name into words and options; `--` ends the options. */
export const parseCall = (command: Command, args: readonly string[], language: Language): ParsedCall => {
  const words: string[] = []
  const options = new Map<string, string | true>()
  const rest = [...args]
  while (rest.length > 0) {
    const arg = rest.shift() ?? ''
    if (arg === '--') words.push(...rest.splice(0))
    else if (!arg.startsWith('-') || arg === '-') words.push(arg)
    else readOption(command, { arg, rest, options }, language)
  }
  if (!options.has('help')) checkWords(command, words, language)
  return { words, options }
}

interface Reading {
  readonly arg: string
  readonly rest: string[]
  readonly options: Map<string, string | true>
}

const readOption = (command: Command, { arg, rest, options }: Reading, language: Language): void => {
  const [option = '', ...written] = arg.split('=')
  const name = option === '-h' ? 'help' : option.replace(/^--/, '')
  const known = Object.hasOwn(command.options, name) ? command.options[name] : undefined
  const isKnown = option.startsWith('--') ? known !== undefined || common.includes(name) : name === 'help'
  if (!isKnown) throw new WrongCall(say(language, 'optionUnknown', { option }))
  if (known?.value === undefined) {
    if (written.length > 0) throw new WrongCall(say(language, 'optionTakesNone', { option }))
    options.set(name, true)
    return
  }
  const value = written.length > 0 ? written.join('=') : rest.shift()
  if (value === undefined) throw new WrongCall(say(language, 'optionNeedsValue', { option }))
  options.set(name, value)
}

const checkWords = ({ words: { min, max } }: Command, words: readonly string[], language: Language): void => {
  if (words.length < min) throw new WrongCall(say(language, 'wordsMissing'))
  if (words.length > max) throw new WrongCall(say(language, 'wordsTooMany', { word: words[max] }))
}
