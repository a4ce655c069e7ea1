import type { IssueTexts } from '../issue/issue.ts'
import { readingTexts } from './reading-texts.ts'
import { schemaTexts } from './schema-texts.ts'

/** What field types themselves find wrong with a value, in the words of a form. */
const ownTexts: IssueTexts = {
  characters: {
    en: 'There is a character here that cannot be stored; write the text again',
    es: 'Hay un carácter que no se puede guardar; escribe el texto de nuevo',
  },
  decimal: { en: 'Write a number', es: 'Escribe un número' },
  scale: { en: 'No more than {scale} decimals', es: 'No más de {scale} decimales' },
  'scale.0': { en: 'Write a number without decimals', es: 'Escribe un número sin decimales' },
  'scale.1': { en: 'No more than one decimal', es: 'No más de un decimal' },
  phone: {
    en: 'This is not a telephone number; numbers of another country begin with + and its prefix',
    es: 'No es un número de teléfono; los de otro país empiezan por + y su prefijo',
  },
  urlScheme: {
    en: 'The address must begin with one of: {schemes}',
    es: 'La dirección debe empezar por: {schemes}',
  },
  currency: {
    en: 'This workspace does not use the currency “{currency}”; it knows {known}',
    es: 'En este espacio no se usa la moneda «{currency}»; se usan {known}',
  },
  country: {
    en: 'There is no country “{country}”; choose one or write its two-letter code',
    es: 'No existe el país «{country}»; elige uno o escribe su código de dos letras',
  },
}

/** What is wrong with a value: standard JSON Schema words, codes of field types, texts that could not be read. */
export const valueTexts: IssueTexts = { ...schemaTexts, ...ownTexts, ...readingTexts }
