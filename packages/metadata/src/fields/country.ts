import { languages } from '../language.ts'
import { folded } from './folded.ts'

/** ISO 3166-1 alpha-2. */
export const countryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU ' +
  'MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

const known: ReadonlySet<string> = new Set(countryCodes)

export const isCountry = (code: string): boolean => known.has(code)

/** The name of a country in a language; the code itself where it has none. */
export const countryName = (code: string, language: string): string =>
  isCountry(code) ? (namesIn(language).of(code) ?? code) : code

/** The code of a country written as code or by its name in one of our languages. */
export const countryFrom = (text: string): string | undefined => {
  const code = text.trim().toUpperCase()
  if (isCountry(code)) return code
  return text.length > 100 ? undefined : codesByName().get(folded(text))
}

const names = new Map<string, Intl.DisplayNames>()

const namesIn = (language: string): Intl.DisplayNames => {
  const found = names.get(language) ?? new Intl.DisplayNames([language, 'en'], { type: 'region' })
  names.set(language, found)
  return found
}

const codes = new Map<string, string>()

/** Filled at the first question: most processes never ask. */
const codesByName = (): ReadonlyMap<string, string> => {
  if (codes.size === 0)
    for (const code of countryCodes)
      for (const language of languages) codes.set(folded(countryName(code, language)), code)
  return codes
}
