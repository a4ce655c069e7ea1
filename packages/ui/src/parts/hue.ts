const hues = ['red', 'pink', 'grape', 'indigo', 'blue', 'teal', 'green', 'yellow', 'orange'] as const

/** A colour that a name keeps everywhere; never carries meaning. */
export const hueOf = (name: string): (typeof hues)[number] => {
  const sum = Array.from(name).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7)
  return hues[sum % hues.length] ?? 'blue'
}

/** One or two letters that stand for a name. */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s@.]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const letters = words.length > 1 ? [words[0], words[1]] : [words[0]]
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
