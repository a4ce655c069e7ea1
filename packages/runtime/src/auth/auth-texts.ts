import type { IssueTexts } from '@telar/metadata'

/** What only a sign-in can find wrong; the rest is said in the words of JSON Schema, as in any form. */
export const authTexts = {
  EMAIL_TAKEN: { en: 'Somebody with this email address already exists', es: 'Ya hay alguien con este correo' },
  EMAIL_UNKNOWN: { en: 'Nobody has this email address', es: 'Nadie tiene este correo' },
  PASSWORD_COMMON: {
    en: 'This password is among the first that anybody would try; join several words that have nothing to do with each other',
    es: 'Esta contraseña es de las primeras que cualquiera probaría; une varias palabras que no tengan relación entre sí',
  },
  PASSWORD_PERSONAL: {
    en: 'A password must not contain the name or the email address',
    es: 'La contraseña no puede contener el nombre ni el correo',
  },
  CODE_WRONG: {
    en: 'This code is not right, or it has already been used',
    es: 'El código no es correcto o ya se ha usado',
  },
  PASSWORD_WRONG: { en: 'This is not your current password', es: 'Esta no es tu contraseña actual' },
} as const satisfies IssueTexts
