type Separator = ';' | ','

/** Texts in one line; a text that holds the separator, a quote, a line end or outer spaces is put in quotes. */
export const joinTexts = (texts: readonly string[], separator: Separator): string =>
  texts.map((text) => (needsQuotes(text, separator) ? `"${text.replaceAll('"', '""')}"` : text)).join(`${separator} `)

const needsQuotes = (text: string, separator: Separator): boolean =>
  text.includes(separator) || text.includes('"') || /[\r\n]/.test(text) || text !== text.trim()

/** What has been read of one text: nothing yet, an open or closed quotation, or plain letters. */
type State = 'blank' | 'open' | 'closed' | 'plain'

/** The texts of one line, as `joinTexts` writes them; empty places stay. A quote inside plain letters is a letter. */
export const splitTexts = (line: string, separator: Separator): readonly string[] => {
  const texts: string[] = []
  let state: State = 'blank'
  let start = 0
  for (let place = 0; place < line.length; place += 1) {
    const letter = line.charAt(place)
    if (letter === separator && state !== 'open') {
      texts.push(textOf(line.slice(start, place), state))
      start = place + 1
      state = 'blank'
    } else state = after(state, letter)
  }
  return [...texts, textOf(line.slice(start), state)]
}

const after = (state: State, letter: string): State => {
  if (letter === '"') return state === 'open' ? 'closed' : state === 'plain' ? 'plain' : 'open'
  return state === 'open' || letter.trim() === '' ? state : 'plain'
}

const textOf = (written: string, state: State): string => {
  const text = written.trim()
  return state === 'closed' ? text.slice(1, -1).replaceAll('""', '"') : text
}
