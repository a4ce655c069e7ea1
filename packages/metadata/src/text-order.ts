import type { App } from './model.ts'

/**
 * Languages that put letters where the common order of all scripts does not: ñ after n, å after z. To all others the
 * common order is their own.
 */
export const ownOrders = [
  'af',
  'az',
  'bs',
  'ca',
  'cs',
  'cy',
  'da',
  'es',
  'et',
  'eu',
  'fi',
  'fo',
  'gl',
  'hr',
  'hu',
  'is',
  'lt',
  'lv',
  'mt',
  'nb',
  'nn',
  'pl',
  'ro',
  'sk',
  'sl',
  'sq',
  'sr',
  'sv',
  'tr',
  'uk',
  'vi',
] as const

/** The common order, for languages that have none of their own. */
export const commonOrder = 'und'

/**
 * The language whose order of letters texts stand in: the first of a workspace's languages that has one of its own. An
 * English and Spanish workspace sorts as Spanish does, which to English is the same.
 */
export const textOrder = ({ languages }: Pick<App, 'languages'>): string => {
  const known = new Set<string>(ownOrders)
  return languages.map((language) => language.slice(0, 2)).find((language) => known.has(language)) ?? commonOrder
}
