import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readJson } from '@telar/metadata'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

const inDocs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => path.join('docs', file))

const inRooms = ['packages', 'templates', 'examples', 'test', '.'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = entry.isDirectory() ? path.join(folder, entry.name, 'README.md') : path.join(folder, entry.name)
    return file.endsWith('.md') && !file.includes('node_modules') && existsSync(path.join(root, file)) ? [file] : []
  }),
)

/** Every page, with its links to other pages and its JSON. */
const pages = [...new Set([...inDocs, ...inRooms])].map(
  (file) => [file, readFileSync(path.join(root, file), 'utf8')] as const,
)

it.each(pages)('%s leads only to what is there', (file, text) => {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target)
  const pagesAndCode = links.filter((target) => !/\.(png|svg)$/.test(target))
  expect(pagesAndCode.filter((target) => !existsSync(path.join(root, path.dirname(file), target)))).toEqual([])
})

it.each(pages)('%s has no broken JSON', (_file, text) => {
  const blocks = [...text.matchAll(/^```json.*\n([\s\S]*?)^```$/gm)].map(([, json = '']) => json)
  expect(blocks.flatMap((json) => readJson(json).issues)).toEqual([])
})
