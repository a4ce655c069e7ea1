import { fill, type Language, type Text } from '@telar/metadata'
import type { Mail } from '../mail/mailer.ts'

interface MailText {
  readonly subject: Text
  readonly text: Text
}

/** What sign-in writes to people. */
const texts = {
  invitation: {
    subject: { en: '{by} invites you to Telar', es: '{by} te invita a Telar' },
    text: {
      en: 'Hello {name},\n\n{by} invites you to Telar. Choose a password here; the link works for seven days:\n\n{link}\n\nIf you did not expect this, ignore it: nothing happens without the link.\n',
      es: 'Hola, {name}:\n\n{by} te invita a Telar. Elige una contraseña aquí; el enlace vale siete días:\n\n{link}\n\nSi no esperabas este mensaje, ignóralo: sin el enlace no ocurre nada.\n',
    },
  },
  reset: {
    subject: { en: 'A new password for Telar', es: 'Una contraseña nueva para Telar' },
    text: {
      en: 'Hello {name},\n\nsomebody, hopefully you, asked for a new password for {email}. Choose it here; the link works for one hour:\n\n{link}\n\nIf it was not you, ignore this mail: your password stays as it is.\n',
      es: 'Hola, {name}:\n\nAlguien, esperamos que tú, ha pedido una contraseña nueva para {email}. Elígela aquí; el enlace vale una hora:\n\n{link}\n\nSi no has sido tú, ignora este mensaje: tu contraseña no cambia.\n',
    },
  },
} as const satisfies Readonly<Record<string, MailText>>

export const mailTexts: Readonly<Record<string, MailText>> = texts

interface Letter {
  readonly kind: keyof typeof texts
  readonly to: string
  readonly language: Language
  readonly params: Readonly<Record<string, string>>
}

export const mailOf = ({ kind, to, language, params }: Letter): Mail => {
  // A name may bring line breaks; a mail is laid out by us.
  const flat = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.replaceAll(/\s+/g, ' ')]))
  return { to, subject: fill(texts[kind].subject[language], flat), text: fill(texts[kind].text[language], flat) }
}
