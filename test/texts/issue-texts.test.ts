import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { languages } from '@telar/metadata'
import { expect, it } from 'vitest'
import { issueCodes, messageOf } from '../../packages/metadata/src/issue/texts.ts'
import { errors } from '../../packages/runtime/src/errors.ts'
import { problemIssue } from '../../packages/runtime/src/http/problem.ts'

const root = path.resolve(import.meta.dirname, '../..')

const sources = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)test-/.test(file))
    .map((file) => path.join(root, folder, file))

/** Calls by which a problem is made; field types also describe the codes of theirs. */
const calls = /\b(?:problem|warning|valueProblem|notUnderstood|refused|failed)\(\s*'([\w.]+)'/g
const descriptions = /\bcode: '([\w.]+)'/g

const codesIn = (file: string): readonly string[] => {
  const text = readFileSync(file, 'utf8')
  const patterns = file.includes('metadata') ? [calls, descriptions] : [calls]
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''))
}

const found = ['packages/metadata/src', 'packages/runtime/src']
  .flatMap(sources)
  .flatMap((file) => codesIn(file).map((code) => ({ code, file: path.relative(root, file) })))

const tell = (code: string, language: 'en' | 'es'): string =>
  problemIssue({ code, pointer: '', params: {}, severity: 'error' }, language).message

it('every problem that the sources raise has a text in every language', () => {
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(100)
  const silent = found.filter(
    ({ code }) => !(code in errors) && languages.some((language) => ['', code].includes(tell(code, language))),
  )
  expect(silent).toEqual([])
})

it('every text says the same places in every language, and says something', () => {
  const placesOf = (text: string) => new Set(text.match(/\{\w+\}/g))
  const texts = [
    ...issueCodes.map((code) => ({
      code,
      en: messageOf({ code, params: {} }, 'en'),
      es: messageOf({ code, params: {} }, 'es'),
    })),
    ...Object.entries(errors).map(([code, { text }]) => ({ code, ...text })),
  ]
  const lacking = texts.filter(
    ({ en, es }) => en.trim() === '' || es.trim() === '' || placesOf(en).symmetricDifference(placesOf(es)).size > 0,
  )
  expect(lacking).toEqual([])
})

it('no Spanish text is the English one', () => {
  const same = issueCodes.filter(
    (code) => messageOf({ code, params: {} }, 'en') === messageOf({ code, params: {} }, 'es'),
  )
  expect(same.filter((code) => !/^\{\w+\}$/.test(messageOf({ code, params: {} }, 'en')))).toEqual([])
})
