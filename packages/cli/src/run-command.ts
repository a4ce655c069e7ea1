import type { Command, CommandConsole } from './command.ts'

const standard: CommandConsole = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
}

/** Finds the command by its name and runs it; without one, says what there is. */
export const runCommand = async (commands: readonly Command[], args: readonly string[], console: CommandConsole = standard): Promise<number> => {
  const [name, ...rest] = args
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    const isHelp = name === undefined || name === 'help' || name === '--help'
    const say = isHelp ? console.out : console.error
    if (!isHelp) say(`There is no command “${name}”.`)
    say('telar <command>')
    for (const one of commands) say(`  ${one.name.padEnd(10)} ${one.summary}`)
    return isHelp ? 0 : 2
  }
  return command.run(rest, console)
}
