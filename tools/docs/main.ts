// Writes the pages of the documentation that are made from the code: node tools/run.mjs docs
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { generatedPages } from './generated-pages.ts'

const root = path.resolve(import.meta.dirname, '../..')

for (const page of generatedPages()) {
  writeFileSync(path.join(root, page.path), page.text)
  console.log(page.path)
}
