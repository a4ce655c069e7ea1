/** Whether what was typed occurs in one of the texts; accents and capitals do not matter. */
export const fitsText = (typed: string, ...texts: readonly string[]): boolean => {
  const wanted = plain(typed.trim())
  return wanted === '' || texts.some((text) => plain(text).includes(wanted))
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
