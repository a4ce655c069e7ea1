import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tellStory } from './story.ts'

/** Writes the sample data of the sales template: `node tools/seed/main.ts`. */
const folder = fileURLToPath(new URL('../../templates/sales/seed/', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const old of readdirSync(folder)) rmSync(`${folder}${old}`)
for (const [name, text] of tellStory()) {
  writeFileSync(`${folder}${name}`, text)
  console.log(`${name}: ${text.split('\n').length - 1} lines, ${Math.round(text.length / 1024)} kB`)
}
