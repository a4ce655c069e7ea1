import type { Language } from '@telar/metadata'
import type { Command, Report } from '../command.ts'
import { say } from '../texts.ts'

/** Every command with what it does. */
export const overview = (commands: readonly Command[], language: Language): Report => ({
  lines: [
    say(language, 'commands'),
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary[language]}`),
    '',
    say(language, 'helpHint'),
    say(language, 'exitCodes'),
  ],
  json: commands.map((command) => described(command, language)),
})

/** One command with its options. */
export const helpOf = (command: Command, language: Language): Report => {
  const options = [
    ...Object.entries(command.options),
    ['json', { text: { en: say('en', 'optionJson'), es: say('es', 'optionJson') } }] as const,
  ]
  const flags = options.map(
    ([name, option]) =>
      [
        `--${name}${'value' in option && option.value !== undefined ? ` <${option.value}>` : ''}`,
        option.text[language],
      ] as const,
  )
  const width = Math.max(...flags.map(([flag]) => flag.length))
  return {
    lines: [
      say(language, 'usage', { usage: `${command.name} ${command.usage[language]}`.trim() }),
      command.summary[language],
      '',
      ...flags.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`),
    ],
    json: described(command, language),
  }
}

const described = ({ name, usage, summary, options }: Command, language: Language) => ({
  name,
  usage: usage[language],
  summary: summary[language],
  options: Object.fromEntries(
    Object.entries(options).map(([option, { value, text }]) => [
      option,
      { value: value ?? null, text: text[language] },
    ]),
  ),
})
