/** A text without accents, capitals and outer spaces, for comparing what people write. */
export const folded = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
