/** "a, b and c", as one says it in this language. */
export const listText = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(items)
