/** Texts in one line; a text that holds the separator, a quote, a line end or outer spaces is put in quotes. */
export const joinTexts = (texts: readonly string[], separator: ';' | ','): string =>
  texts.map((text) => (needsQuotes(text, separator) ? `"${text.replaceAll('"', '""')}"` : text)).join(`${separator} `)

/** The texts of one line, as `joinTexts` writes them; empty places stay. */
export const splitTexts = (line: string, separator: ';' | ','): readonly string[] => {
  const texts: string[] = []
  let text = ''
  let isQuoted = false
  for (const part of line.split(separator)) {
    text = isQuoted ? `${text}${separator}${part}` : part
    isQuoted = text.trimStart().startsWith('"') && !closed.test(text.trim())
    if (!isQuoted) texts.push(unquoted(text))
  }
  return isQuoted ? [...texts, unquoted(text)] : texts
}

const closed = /^"(?:[^"]|"")*"$/

const needsQuotes = (text: string, separator: string): boolean =>
  text.includes(separator) || text.includes('"') || /[\r\n]/.test(text) || text !== text.trim()

const unquoted = (text: string): string => {
  const trimmed = text.trim()
  return closed.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed
}
