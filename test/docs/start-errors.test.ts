import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Codes of the sentences that a file defines. */
const codesIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, code = '']) => code)

const codes = ['start-error.ts', 'config-problems.ts', 'database/database-error.ts'].flatMap((file) =>
  codesIn(`packages/runtime/src/${file}`),
)

describe.each(['docs/administrators/troubleshooting.md', 'docs/administradores/problemas.md'])('%s', (page) => {
  it('explains everything that can stop a start, and nothing that cannot', () => {
    const explained = [...read(page).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(30)
    expect(explained.toSorted()).toEqual(codes.toSorted())
  })
})

describe.each(['docs/administrators/settings.md', 'docs/administradores/ajustes.md'])('%s', (page) => {
  it('has every setting', () => {
    const known = [
      ...(read('packages/runtime/src/config-problems.ts').match(/variables = \[([\s\S]*?)\]/)?.[1] ?? '').matchAll(
        /'(\w+)'/g,
      ),
    ].map(([, name = '']) => name)
    expect(known.length).toBeGreaterThan(10)
    expect(known.filter((name) => !read(page).includes(`\`${name}\``))).toEqual([])
  })
})
