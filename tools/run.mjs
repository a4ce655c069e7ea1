#!/usr/bin/env node
// The one door of `npm start`, `npm test` and `npm run telar`. Plain JavaScript for Node 20 without a dependency:
// it runs before anything is installed, and hands over to the Node version that the install brings.
import { buildWeb } from './build-web.mjs'
import { check, soak } from './check.mjs'
import { runNode } from './child.mjs'
import { ensureInstalled } from './install.mjs'

const MAIN = 'packages/cli/src/main.ts'

const commands = {
  start: async (args) => {
    await buildWeb()
    return runNode([MAIN, 'start', ...args])
  },
  telar: (args) => runNode([MAIN, ...args]),
  test: (args) => check(args),
  soak: (args) => soak(args),
  docs: () => runNode(['tools/docs/main.ts']),
  fix: () => runNode(['node_modules/oxfmt/bin/oxfmt', '.']),
  install: () => 0,
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.error(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}

try {
  ensureInstalled()
  process.exit(await command(args))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
