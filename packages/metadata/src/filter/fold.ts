/**
 * The form in which people's text is compared when case and accents do not matter: `Ñandú`, `NANDU` and `ñandu` are
 * one, `Straße` is `STRASSE`. The database has the same function (`telar.fold`), built from the tables below:
 * compatibility decomposition, combining marks dropped, lower case, then the letters that do not decompose.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .toLowerCase()
    .replace(otherLetters, (letter) => replaced.get(letter) ?? letter)

/** Marks that fall away; those of Indic, Arabic and Hebrew scripts carry meaning and stay. */
export const foldedMarks = [
  ['\u0300', '\u036F'],
  ['\u1AB0', '\u1AFF'],
  ['\u1DC0', '\u1DFF'],
  ['\u20D0', '\u20FF'],
  ['\uFE20', '\uFE2F'],
] as const

/** Letters without decomposition, the final sigma, and the quotes and dashes that word processors put in. */
export const foldedPairs = {
  from: 'øđðłħıŋŧς\u2018\u2019\u02BC\u201C\u201D\u2010\u2011\u2013\u2014',
  to: "oddlhintσ'''\"\"----",
} as const

export const foldedToSeveral: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

const combiningMarks = new RegExp(`[${foldedMarks.map(([from, to]) => `${from}-${to}`).join('')}]`, 'gu')

const replaced = new Map([
  ...Array.from(foldedPairs.from, (letter, index): [string, string] => [letter, foldedPairs.to.charAt(index)]),
  ...Object.entries(foldedToSeveral),
])

const otherLetters = new RegExp(`[${[...replaced.keys()].join('')}]`, 'gu')
