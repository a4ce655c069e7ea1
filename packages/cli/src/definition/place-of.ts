/** Where something stands in a text. Both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where a JSON Pointer leads in a JSON text that can be parsed; to the nearest thing around it if it leads nowhere. */
export const placeOf = (text: string, pointer: string): Place => {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  let at = skipSpace(text, text.startsWith('\uFEFF') ? 1 : 0)
  let shown = at
  for (const step of steps) {
    const member =
      text[at] === '{' ? memberOf(text, at, step) : text[at] === '[' ? itemOf(text, at, Number(step)) : undefined
    if (member === undefined) break
    shown = member.shown
    at = member.value
  }
  const before = text.slice(0, shown).split(/\r\n|\n|\r/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

interface Found {
  /** Its name, or the item itself. */
  readonly shown: number
  readonly value: number
}

const memberOf = (text: string, open: number, name: string): Found | undefined => {
  let at = skipSpace(text, open + 1)
  while (text[at] === '"') {
    const end = endOfText(text, at)
    const value = skipSpace(text, skipSpace(text, end) + 1)
    if (JSON.parse(text.slice(at, end)) === name) return { shown: at, value }
    at = nextMember(text, value)
  }
  return undefined
}

const itemOf = (text: string, open: number, index: number): Found | undefined => {
  let at = skipSpace(text, open + 1)
  for (let count = 0; at < text.length && text[at] !== ']'; count += 1) {
    if (count === index) return { shown: at, value: at }
    at = nextMember(text, at)
  }
  return undefined
}

/** Just after the value at a place and the comma behind it. */
const nextMember = (text: string, value: number): number => {
  const end = skipSpace(text, endOfValue(text, value))
  return text[end] === ',' ? skipSpace(text, end + 1) : end
}

const endOfValue = (text: string, start: number): number => {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '"') at = endOfText(text, at) - 1
    else if ('{['.includes(character)) depth += 1
    else if ('}]'.includes(character)) depth -= 1
    if (depth < 0) return at
    if (depth === 0 && /["}\]]/.test(character)) return at + 1
    if (depth === 0 && character === ',') return at
  }
  return text.length
}

const endOfText = (text: string, start: number): number => {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

const skipSpace = (text: string, start: number): number => {
  let at = start
  while (at < text.length && ' \n\r\t'.includes(text[at] ?? '.')) at += 1
  return at
}
