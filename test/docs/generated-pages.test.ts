import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { generatedPages } from '../../tools/docs/generated-pages.ts'

const root = path.resolve(import.meta.dirname, '../..')

it.each(generatedPages().map((page) => [page.path, page.text] as const))(
  '%s says what the code says; else run: node tools/run.mjs docs',
  (file, text) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toBe(text)
  },
)
