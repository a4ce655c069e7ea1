interface Place {
  readonly name: string
  readonly title: string
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** One letter for each place: the first of its title that is still free; earlier places choose first. */
export const goKeys = (places: readonly Place[]): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>()
  for (const { name, title } of places) {
    const letter = Array.from(fold(title)).find((each) => /[a-z0-9]/.test(each) && !keys.has(each))
    if (letter !== undefined) keys.set(letter, name)
  }
  return keys
}
