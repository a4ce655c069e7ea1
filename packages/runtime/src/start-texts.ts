import type { Text } from '@telar/metadata'

/** What a start says to the person who started it. */
export const startLines = {
  weaving: { en: 'Weaving “{template}” …', es: 'Tejiendo «{template}»…' },
  records: { en: '{count} sample records are in place.', es: '{count} registros de ejemplo, listos.' },
  ready: { en: 'Telar is ready: {address}', es: 'Telar está listo: {address}' },
  setup: {
    en: 'First visit, make your administrator: {address}',
    es: 'Primera visita, crea tu administrador: {address}',
  },
  signIn: {
    en: 'Sign in with your e-mail and password.',
    es: 'Inicia sesión con tu correo y tu contraseña.',
  },
} as const satisfies Readonly<Record<string, Text>>
