/**
 * A piece of SQL with its values apart. The only way to make one is the `sql` tag, `ident` or `raw` on a constant
 * of our own: a value can never become part of the text.
 */
export interface Sql {
  readonly parts: readonly string[]
  readonly values: readonly unknown[]
}

class Fragment implements Sql {
  readonly parts: readonly string[]
  readonly values: readonly unknown[]
  constructor(parts: readonly string[], values: readonly unknown[]) {
    this.parts = parts
    this.values = values
  }
}

/** `sql\`select ${column} from ${table} where id = ${id}\``: pieces are spliced in, everything else becomes a parameter. */
export const sql = (strings: TemplateStringsArray, ...inserts: readonly unknown[]): Sql => {
  const parts: string[] = [strings[0] ?? '']
  const values: unknown[] = []
  inserts.forEach((insert, index) => {
    const tail = strings[index + 1] ?? ''
    if (isSql(insert)) {
      append(parts, insert.parts)
      values.push(...insert.values)
      parts[parts.length - 1] += tail
    } else {
      parts.push(tail)
      values.push(insert)
    }
  })
  return new Fragment(parts, values)
}

/** A name quoted for PostgreSQL; the one escape rule for identifiers. */
export const ident = (...names: readonly string[]): Sql => new Fragment([names.map(quote).join('.')], [])

/** Text of our own that is no name and no value: keywords, type names. Never call it with anything from outside. */
export const raw = (text: string): Sql => new Fragment([text], [])

export const join = (pieces: readonly Sql[], separator = ', '): Sql => {
  const parts: string[] = ['']
  const values: unknown[] = []
  pieces.forEach((piece, index) => {
    if (index > 0) parts[parts.length - 1] += separator
    append(parts, piece.parts)
    values.push(...piece.values)
  })
  return new Fragment(parts, values)
}

/** The text with `$1 …` places and the list of values, as the driver takes them. */
export const statement = (piece: Sql): { readonly text: string; readonly values: readonly unknown[] } => ({
  text: piece.parts.reduce((text, part, index) => (index === 0 ? part : `${text}$${index}${part}`), ''),
  values: piece.values,
})

const isSql = (value: unknown): value is Sql => value instanceof Fragment

const append = (parts: string[], more: readonly string[]): void => {
  parts[parts.length - 1] += more[0] ?? ''
  parts.push(...more.slice(1))
}

const quote = (name: string): string => {
  if (name === '' || name.includes('\0') || Buffer.byteLength(name) > 63)
    throw new Error(`not a name for PostgreSQL: ${JSON.stringify(name)}`)
  return `"${name.replaceAll('"', '""')}"`
}
