import { runNode } from './child.mjs'

const VITEST = ['node_modules/vitest/vitest.mjs', 'run']
const CODE = ['packages', 'test', 'tools', 'vitest.config.ts']

const STEPS = [
  { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...CODE] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'unused code', command: ['node_modules/knip/bin/knip.js'] },
  { name: 'licences', command: ['tools/check-licences.mjs'] },
  { name: 'tests', command: VITEST },
]

/** Runs every check in turn and stops at the first that fails; with arguments, only the tests they name. */
export async function check(args) {
  if (args.length > 0) return runNode([...VITEST, ...args])
  for (const { name, command } of STEPS) {
    const start = performance.now()
    const code = await runNode(command)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(code === 0 ? `✔ ${name} (${seconds} s)` : `✘ ${name} failed (${seconds} s)`)
    if (code !== 0) return code
  }
  return 0
}

/** The tests that can always look at more, for a long time: random worlds of access by the thousand. */
export function soak(args) {
  process.env.TELAR_SOAK_WORLDS ??= '3000'
  return runNode([...VITEST, '--project', 'db', 'test/access/access-property', ...args])
}
