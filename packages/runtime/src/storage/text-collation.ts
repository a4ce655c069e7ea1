import { type Model, textOrder } from '@telar/metadata'

/** The collation of a language: people's order of words, whatever the case and accents; the same on every machine. */
export const collationFor = (language: string): string => `${language}-x-icu`

/** The collation in which the texts of a workspace stand. */
export const collationOf = ({ app }: Pick<Model, 'app'>): string => collationFor(textOrder(app))
