import { pointerTo, problem, type Issue } from '../issue/issue.ts'
import type { Json } from '../json.ts'
import { deepestNesting, isExactNumber, unsafeNumber } from './document-limits.ts'

export interface JsonReading {
  /** Missing when there is an error. */
  readonly value: Json | undefined
  readonly issues: readonly Issue[]
}

interface Reader {
  readonly text: string
  at: number
  isBroken: boolean
  readonly path: (string | number)[]
  readonly issues: Issue[]
}

/**
 * Reads JSON as a person would want it read: a fault is named by line and column, two members of one name and numbers
 * that would change are refused, and nesting is bounded. A byte order mark is passed over.
 */
export const readJson = (text: string): JsonReading => {
  const reader: Reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0, isBroken: false, path: [], issues: [] }
  const value = readValue(reader)
  skipSpace(reader)
  if (!reader.isBroken && reader.at < text.length) fail(reader, [])
  const isRefused = reader.issues.some((issue) => issue.severity === 'error')
  return { value: isRefused ? undefined : value, issues: reader.issues }
}

const valueStarts = ['{', '[', '"', '0', 'true', 'false', 'null']

const readValue = (reader: Reader): Json => {
  skipSpace(reader)
  const start = reader.text[reader.at] ?? ''
  if (start === '{') return readNested(reader, readObject)
  if (start === '[') return readNested(reader, readList)
  if (start === '"') return readText(reader)
  return readPlain(reader)
}

const readNested = (reader: Reader, read: (reader: Reader) => Json): Json => {
  if (reader.path.length < deepestNesting) return read(reader)
  reader.isBroken = true
  reader.issues.push(problem('JSON_TOO_DEEP', { pointer: pointerTo(...reader.path), params: { most: deepestNesting } }))
  return null
}

const readObject = (reader: Reader): Json => {
  const members = new Map<string, Json>()
  readMembers(reader, '}', () => {
    const at = reader.at
    const key = reader.text[at] === '"' ? readText(reader) : fail(reader, ['"'])
    if (key === null || reader.isBroken) return
    if (members.has(key) || key === '__proto__') refuseKey(reader, key, at)
    skipSpace(reader)
    if (!take(reader, ':')) fail(reader, [':'])
    reader.path.push(key)
    if (!reader.isBroken) members.set(key, readValue(reader))
    reader.path.pop()
  })
  return Object.fromEntries(members)
}

/** A text that is wrong everywhere is not read to its end. */
const mostIssues = 100

const tell = (reader: Reader, issue: Issue): void => {
  reader.issues.push(issue)
  if (reader.issues.length >= mostIssues) reader.isBroken = true
}

const refuseKey = (reader: Reader, key: string, at: number): void => {
  const pointer = pointerTo(...reader.path, key)
  const params = { key, name: key, ...placeOf(reader.text, at) }
  tell(reader, problem(key === '__proto__' ? 'SCHEMA_NAME_RESERVED' : 'JSON_DUPLICATE_KEY', { pointer, params }))
}

const readList = (reader: Reader): Json => {
  const items: Json[] = []
  readMembers(reader, ']', () => {
    reader.path.push(items.length)
    items.push(readValue(reader))
    reader.path.pop()
  })
  return items
}

/** Members between the bracket under the reader and `close`, with commas between them. */
const readMembers = (reader: Reader, close: string, readMember: () => void): void => {
  reader.at++
  skipSpace(reader)
  if (take(reader, close)) return
  while (!reader.isBroken) {
    skipSpace(reader)
    readMember()
    skipSpace(reader)
    if (reader.isBroken || take(reader, close)) return
    if (!take(reader, ',')) fail(reader, [',', close])
  }
}

const readText = (reader: Reader): string => {
  const { text, at } = reader
  const end = endOfText(text, at)
  reader.at = end
  if (text[end - 1] !== '"' || end - at < 2) {
    fail(reader, ['"'])
    return ''
  }
  try {
    return String(JSON.parse(text.slice(at, end)))
  } catch {
    reader.isBroken = true
    reader.issues.push(problem('JSON_TEXT_INVALID', { pointer: pointerTo(...reader.path), params: placeOf(text, at) }))
    return ''
  }
}

/** Just after the closing quote, or the end of everything. */
const endOfText = (text: string, start: number): number => {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

const literals: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
])

const readPlain = (reader: Reader): Json => {
  const word = /[-+.\w]*/y
  word.lastIndex = reader.at
  const written = word.exec(reader.text)?.[0] ?? ''
  const literal = literals.get(written)
  if (literal === undefined && !/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(written))
    return fail(reader, valueStarts)
  reader.at += written.length
  if (literal !== undefined) return literal
  if (!isExactNumber(written)) tell(reader, unsafeNumber(pointerTo(...reader.path), written))
  return Number(written)
}

const skipSpace = (reader: Reader): void => {
  while (' \n\r\t'.includes(reader.text[reader.at] ?? '.')) reader.at++
}

const take = (reader: Reader, character: string): boolean => {
  if (reader.text[reader.at] !== character) return false
  reader.at++
  return true
}

const fail = (reader: Reader, expected: readonly string[]): null => {
  if (reader.isBroken) return null
  reader.isBroken = true
  const isEnd = reader.at >= reader.text.length
  const params = {
    ...placeOf(reader.text, reader.at),
    expected,
    found: String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0),
  }
  const code = isEnd ? 'JSON_ENDS_EARLY' : expected.length === 0 ? 'JSON_GOES_ON' : 'JSON_SYNTAX'
  reader.issues.push(problem(code, { pointer: pointerTo(...reader.path), params }))
  return null
}

const placeOf = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const before = text
    .slice(0, at)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
