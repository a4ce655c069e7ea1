import type { IssueTexts } from '@telar/metadata'

/** What only a sign-in can find wrong; the rest is said in the words of JSON Schema, as in any form. */
export const authTexts = {
  EMAIL_TAKEN: { en: 'Somebody with this email address already exists', es: 'Ya hay alguien con este correo' },
  EMAIL_UNKNOWN: { en: 'Nobody has this email address', es: 'Nadie tiene este correo' },
  PASSWORD_WRONG: { en: 'This is not your current password', es: 'Esta no es tu contraseña actual' },
} as const satisfies IssueTexts
