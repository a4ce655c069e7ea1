import { commands } from './commands/index.ts'
import { processTerminal } from './console/terminal.ts'
import { runCommand } from './run-command.ts'

// oxlint-disable-next-line node/no-process-env -- the one place where the environment comes in; all others are handed it
const terminal = processTerminal(process.env)
process.exitCode = await runCommand(commands, process.argv.slice(2), terminal)
