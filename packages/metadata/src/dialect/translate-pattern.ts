/** A pattern in the syntax of RE2, or the part of it that RE2 cannot run. */
export type Translation = { readonly source: string } | { readonly problem: string }

/** Longer patterns are not written by people. */
const longestPattern = 4000

/** RE2 writes repetitions out; this many single steps compile in a few milliseconds. */
const mostSteps = 20_000

/** RE2's own limits on counts, multiplied where they are nested, and on groups inside groups. */
const mostRepeats = 1000
const deepestGroup = 500

/**
 * Rewrites a pattern of JavaScript (unicode mode, with the liberties that browsers take outside of it) for RE2:
 * groups need no numbers, `.`, `\s` and `\u` mean what JavaScript means. Look-around, back references and escapes
 * that JavaScript does not know are problems.
 */
export const translatePattern = (pattern: string): Translation => {
  if (pattern.length > longestPattern) return { problem: `${pattern.slice(0, 20)}…` }
  const reader: Reader = {
    pattern,
    at: 0,
    out: [],
    groups: [{ steps: 0, repeats: 1 }],
    last: undefined,
    problem: undefined,
  }
  while (reader.at < pattern.length && reader.problem === undefined) readPiece(reader)
  if (reader.problem === undefined && reader.groups.length > 1) reader.problem = '('
  if (reader.problem === undefined && (reader.groups[0]?.steps ?? 0) > mostSteps) reader.problem = '{'
  return reader.problem === undefined ? { source: reader.out.join('') } : { problem: reader.problem }
}

interface Reader {
  readonly pattern: string
  at: number
  readonly out: string[]
  readonly groups: Size[]
  /** The piece before, which a quantifier would repeat; nothing where there is none. */
  last: Size | undefined
  problem: string | undefined
}

const single: Size = { steps: 1, repeats: 1 }

interface Size {
  steps: number
  /** The largest product of nested counts inside. */
  repeats: number
}

const piece = (reader: Reader, source: string, { steps, repeats }: Size = single): void => {
  reader.out.push(source)
  reader.last = { steps, repeats }
  const group = reader.groups.at(-1)
  if (group === undefined) return
  group.steps += steps
  group.repeats = Math.max(group.repeats, repeats)
}

const readPiece = (reader: Reader): void => {
  const character = String.fromCodePoint(reader.pattern.codePointAt(reader.at) ?? 0)
  const read = pieces.get(character)
  if (read !== undefined) read(reader)
  else {
    reader.at += character.length
    piece(reader, literal(character.codePointAt(0) ?? 0))
  }
}

/** A code point that stands for itself, in and outside of classes. */
const literal = (code: number): string => {
  const character = String.fromCodePoint(code)
  return /[a-z0-9]/i.test(character) ? character : `\\x{${code.toString(16)}}`
}

const assertion =
  (source: string) =>
  (reader: Reader): void => {
    reader.at += 1
    reader.out.push(source)
    reader.last = undefined
  }

const readGroup = (reader: Reader): void => {
  const opening = /^\((\?(<[=!]|<[^>]*>|[^<]))?/s.exec(reader.pattern.slice(reader.at, reader.at + 200))?.[0] ?? '('
  if (reader.groups.length > deepestGroup || (opening !== '(' && opening !== '(?:' && !/^\(\?<[^=!]/.test(opening))) {
    reader.problem = opening
    return
  }
  reader.at += opening.length
  reader.out.push('(?:')
  reader.groups.push({ steps: 0, repeats: 1 })
  reader.last = undefined
}

const readGroupEnd = (reader: Reader): void => {
  const group = reader.groups.length > 1 ? reader.groups.pop() : undefined
  if (group === undefined) {
    reader.problem = ')'
    return
  }
  reader.at += 1
  piece(reader, ')', { steps: group.steps + 1, repeats: group.repeats })
}

const counted = /\{(\d+)(?:,(\d*))?\}/y

const readRepeat = (reader: Reader): void => {
  const mark = reader.pattern[reader.at] ?? ''
  counted.lastIndex = reader.at
  const found = counted.exec(reader.pattern)
  if (mark === '{' && found === null) {
    reader.at += 1
    piece(reader, literal(0x7b))
    return
  }
  const written = mark === '{' ? (found?.[0] ?? '') : mark
  const least = Number(found?.[1] ?? 0)
  const most = found === null ? 1 : found[2] === undefined ? least : found[2] === '' ? Infinity : Number(found[2])
  repeat(reader, written, { least, most })
}

const repeat = (
  reader: Reader,
  written: string,
  { least, most }: { readonly least: number; readonly most: number },
): void => {
  const { last } = reader
  const times = written.startsWith('{') ? Math.max(least, Number.isFinite(most) ? most : 1, 1) : 1
  if (last === undefined || most < least || times * last.repeats > mostRepeats) {
    reader.problem = written
    return
  }
  reader.at += written.length
  // Lazy or greedy makes no difference to whether a text matches.
  if (reader.pattern[reader.at] === '?') reader.at += 1
  const group = reader.groups.at(-1)
  if (group !== undefined) {
    group.steps += last.steps * (times - 1)
    group.repeats = Math.max(group.repeats, last.repeats * times)
  }
  reader.out.push(written)
  reader.last = undefined
}

const readEscape = (reader: Reader): void => {
  const next = reader.pattern[reader.at + 1]
  if (next === 'b' || next === 'B') {
    reader.at += 2
    reader.out.push(`\\${next}`)
    reader.last = undefined
    return
  }
  const escape = escapeAt(reader)
  if (escape === undefined) return
  if (escape.type === 'point') piece(reader, literal(escape.code))
  else piece(reader, `[${escape.members}]`, { steps: escape.steps, repeats: 1 })
}

type Escape =
  | { readonly type: 'point'; readonly code: number }
  | { readonly type: 'set'; readonly members: string; readonly steps: number }

/** ECMAScript's white space; RE2's own `\s` knows five characters. */
const spaces =
  '\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const notSpaces =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'

const sets: ReadonlyMap<string, string> = new Map([
  ['d', '0-9'],
  ['D', '\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}'],
  ['w', '0-9A-Za-z_'],
  ['W', '\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{10ffff}'],
  ['s', spaces],
  ['S', notSpaces],
])

const controls: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
])

/** Reads the escape at the reader; undefined after a problem. */
const escapeAt = (reader: Reader): Escape | undefined => {
  const rest = reader.pattern.slice(reader.at, reader.at + 60)
  const next = rest[1] ?? ''
  const set = sets.get(next)
  if (set !== undefined) return taken(reader, 2, { type: 'set', members: set, steps: 1 })
  const control = controls.get(next)
  if (control !== undefined) return taken(reader, 2, { type: 'point', code: control })
  const property = /^\\([pP])\{([\w=]+)\}/.exec(rest)
  if (property !== null) return propertyAt(reader, property)
  const code = codeEscape(rest)
  if (code !== undefined) return taken(reader, code.length, { type: 'point', code: code.code })
  if (next !== '' && !/[a-z0-9]/i.test(next)) {
    const point = rest.codePointAt(1) ?? 0
    return taken(reader, 1 + String.fromCodePoint(point).length, { type: 'point', code: point })
  }
  reader.problem = `\\${next}`
  return undefined
}

const propertyAt = (reader: Reader, [whole, letter, written = '']: RegExpExecArray): Escape | undefined => {
  const name = propertyName(written)
  if (name !== undefined)
    return taken(reader, whole.length, { type: 'set', members: `\\${letter}{${name}}`, steps: propertySteps })
  reader.problem = whole
  return undefined
}

const taken = (reader: Reader, length: number, escape: Escape): Escape => {
  reader.at += length
  return escape
}

/** General categories by their long names; RE2 knows the short ones. */
const categories: ReadonlyMap<string, string> = new Map([
  ['Letter', 'L'],
  ['Lowercase_Letter', 'Ll'],
  ['Uppercase_Letter', 'Lu'],
  ['Titlecase_Letter', 'Lt'],
  ['Modifier_Letter', 'Lm'],
  ['Other_Letter', 'Lo'],
  ['Mark', 'M'],
  ['Nonspacing_Mark', 'Mn'],
  ['Spacing_Mark', 'Mc'],
  ['Enclosing_Mark', 'Me'],
  ['Number', 'N'],
  ['Decimal_Number', 'Nd'],
  ['Letter_Number', 'Nl'],
  ['Other_Number', 'No'],
  ['Punctuation', 'P'],
  ['Symbol', 'S'],
  ['Math_Symbol', 'Sm'],
  ['Currency_Symbol', 'Sc'],
  ['Separator', 'Z'],
  ['Space_Separator', 'Zs'],
  ['Other', 'C'],
])

const shortCategory = /^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cf]?)$/

/** RE2's name of `\p{…}`; undefined when it has none. */
const propertyName = (written: string): string | undefined => {
  const [, prefix, name = ''] = /^(?:(Script|sc|General_Category|gc)=)?(\w+)$/.exec(written) ?? []
  if (prefix === 'Script' || prefix === 'sc') return isScript(name) ? name : undefined
  const short = categories.get(name) ?? name
  return shortCategory.test(short) ? short : undefined
}

const isScript = (name: string): boolean => {
  try {
    return name.length > 4 && new RegExp(`\\p{Script=${name}}`, 'u').unicode
  } catch {
    return false
  }
}

/** Unicode tables are long; a step of them weighs more. */
const propertySteps = 20

const codeEscape = (rest: string): { readonly length: number; readonly code: number } | undefined => {
  const pair = /^\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/i.exec(rest)
  if (pair !== null) return { length: 12, code: String.fromCharCode(hex(pair[1]), hex(pair[2])).codePointAt(0) ?? 0 }
  const plain = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\})/i.exec(rest)
  if (plain !== null) return { length: plain[0].length, code: hex(plain[1] ?? plain[2] ?? plain[3]) }
  const control = /^\\c([a-z])/i.exec(rest)
  if (control !== null) return { length: 3, code: (control[1]?.charCodeAt(0) ?? 0) % 32 }
  return /^\\0(?!\d)/.test(rest) ? { length: 2, code: 0 } : undefined
}

const hex = (digits: string | undefined): number => Number.parseInt(digits ?? '0', 16)

const readClass = (reader: Reader): void => {
  const start = reader.at
  const isNegated = reader.pattern[start + 1] === '^'
  reader.at += isNegated ? 2 : 1
  const members: string[] = []
  let steps = 1
  while (reader.pattern[reader.at] !== ']') {
    if (reader.at >= reader.pattern.length) reader.problem = '['
    const member = reader.problem === undefined ? readMember(reader) : undefined
    if (member === undefined) return
    members.push(member.source)
    steps = Math.max(steps, member.steps)
  }
  reader.at += 1
  const inside = members.join('')
  if (inside !== '') piece(reader, `[${isNegated ? '^' : ''}${inside}]`, { steps, repeats: 1 })
  else piece(reader, isNegated ? '[\\x{0}-\\x{10ffff}]' : '[^\\x{0}-\\x{10ffff}]')
}

interface Member {
  readonly source: string
  readonly steps: number
}

const readMember = (reader: Reader): Member | undefined => {
  const from = classAtom(reader)
  if (from === undefined) return undefined
  if (reader.pattern[reader.at] !== '-' || (reader.pattern[reader.at + 1] ?? ']') === ']') return asMember(from)
  reader.at += 1
  const to = classAtom(reader)
  if (to === undefined) return undefined
  if (from.type === 'set' || to.type === 'set') {
    return {
      source: `${asMember(from).source}\\x{2d}${asMember(to).source}`,
      steps: asMember(from).steps + asMember(to).steps,
    }
  }
  if (from.code <= to.code) return { source: `${literal(from.code)}-${literal(to.code)}`, steps: 1 }
  reader.problem = `${String.fromCodePoint(from.code)}-${String.fromCodePoint(to.code)}`
  return undefined
}

const asMember = (atom: Escape): Member =>
  atom.type === 'set' ? { source: atom.members, steps: atom.steps } : { source: literal(atom.code), steps: 1 }

const classAtom = (reader: Reader): Escape | undefined => {
  if (reader.pattern[reader.at] !== '\\') {
    const code = reader.pattern.codePointAt(reader.at) ?? 0
    return taken(reader, String.fromCodePoint(code).length, { type: 'point', code })
  }
  // Inside a class `\b` is the backspace.
  return reader.pattern[reader.at + 1] === 'b' ? taken(reader, 2, { type: 'point', code: 8 }) : escapeAt(reader)
}

const readDot = (reader: Reader): void => {
  reader.at += 1
  piece(reader, '[^\\x{a}\\x{d}\\x{2028}\\x{2029}]')
}

const pieces: ReadonlyMap<string, (reader: Reader) => void> = new Map([
  ['\\', readEscape],
  ['.', readDot],
  ['^', assertion('^')],
  ['$', assertion('$')],
  ['|', assertion('|')],
  ['(', readGroup],
  [')', readGroupEnd],
  ['[', readClass],
  ['*', readRepeat],
  ['+', readRepeat],
  ['?', readRepeat],
  ['{', readRepeat],
])

/** The part of a pattern that cannot be run in linear time, as written; undefined when all of it can. */
export const patternProblem = (pattern: string): string | undefined => {
  const translation = translatePattern(pattern)
  return 'problem' in translation ? translation.problem : undefined
}
