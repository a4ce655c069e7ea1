import type { Language } from '@telar/metadata'

/** Each language by its own name, so that one who landed in the wrong one finds the way out. */
export const languageNames = { en: 'English', es: 'Español' } as const satisfies Record<Language, string>
