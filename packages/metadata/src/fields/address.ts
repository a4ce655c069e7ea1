import { isObject, stringAt, type Json, type JsonObject } from '../json.ts'
import { countryFrom, countryName, isCountry } from './country.ts'
import { defineFieldType } from './define-field-type.ts'
import type { TextContext, TextReading } from './field-type.ts'
import { joinTexts, splitTexts } from './list-text.ts'
import { choiceOperators, textOperators } from './operator-sets.ts'
import {
  normaliseTextParts,
  readTextParts,
  storeTextParts,
  textIn,
  textPartOperand,
  textPartsSchema,
  wholePart,
} from './text-parts.ts'
import { notUnderstood, understood, valueProblem } from './value-problem.ts'

const parts = ['street', 'city', 'state', 'postalCode', 'country'] as const

/** The order in which an address is written. */
const written = ['street', 'postalCode', 'city', 'state', 'country'] as const

const sol = { street: 'Puerta del Sol 1', postalCode: '28013', city: 'Madrid', country: 'ES' }

export const address = defineFieldType({
  kind: 'address',
  title: { en: 'Address', es: 'Dirección postal' },
  description: {
    en: 'A postal address: street, postal code, city, state and country. Lists can be filtered and sorted by each of them.',
    es: 'Una dirección postal: calle, código postal, ciudad, provincia y país. Las listas se filtran y se ordenan por cada uno de ellos.',
  },
  group: 'text',
  icon: 'map-pin',
  storage: {
    type: 'columns',
    parts: { [wholePart]: 'text', street: 'text', city: 'text', state: 'text', postalCode: 'text', country: 'text' },
  },
  valueSchema: () => textPartsSchema(parts),
  normalise: (value) => normaliseAddress(value),
  check: (value) => {
    const country = isObject(value) ? stringAt(value, 'country') : undefined
    return country === undefined || isCountry(country) ? [] : [valueProblem('country', { country }, '/country')]
  },
  store: (value) => storeTextParts(value, parts, inOneLine),
  read: (cells) => readTextParts(cells, parts),
  operand: (value, part) => addressOperand(value, part),
  operators: {
    [wholePart]: textOperators,
    street: textOperators,
    city: textOperators,
    state: textOperators,
    postalCode: textOperators,
    country: choiceOperators,
  },
  sort: () => ({ by: 'parts', parts: ['country', 'city', 'street'] }),
  measuredPart: wholePart,
  fromText: (text) => readAddress(text),
  toText: (value) =>
    isObject(value)
      ? joinTexts(
          written.map((part) => textIn(value, part) ?? ''),
          ';',
        )
      : '',
  toLabel: (value, _field, context) => (isObject(value) ? inOneLine(inLanguage(value, context)) : ''),
  searchText: (value) => (isObject(value) ? inOneLine(value) : ''),
  searchedByDefault: false,
  widget: 'address',
  view: 'address',
  examples: [
    {
      schema: { 'x-field': 'address' },
      value: { ...sol, state: ' ' },
      reads: sol,
      text: 'Puerta del Sol 1; 28013; Madrid; ; ES',
    },
    {
      schema: { 'x-field': 'address' },
      value: { city: 'A Coruña', country: 'España' },
      reads: { city: 'A Coruña', country: 'ES' },
      text: '; ; A Coruña; ; ES',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'address' }, value: { city: 'Madrid', country: 'Narnia' }, code: 'country' },
    { schema: { 'x-field': 'address' }, value: { town: 'Madrid' }, code: 'additionalProperties' },
    { schema: { 'x-field': 'address' }, value: 'Madrid', code: 'type' },
  ],
})

const normaliseAddress = (written: Json): Json => {
  const value = normaliseTextParts(written)
  const country = isObject(value) ? stringAt(value, 'country') : undefined
  return isObject(value) && country !== undefined ? { ...value, country: countryFrom(country) ?? country } : value
}

/** `Puerta del Sol 1, 28013 Madrid, ES`. */
const inOneLine = (value: JsonObject): string => {
  const town = [textIn(value, 'postalCode'), textIn(value, 'city')].filter((text) => text !== undefined).join(' ')
  return [textIn(value, 'street'), town, textIn(value, 'state'), textIn(value, 'country')]
    .filter((text) => text !== undefined && text !== '')
    .join(', ')
}

const inLanguage = (value: JsonObject, { language }: TextContext): JsonObject => {
  const country = stringAt(value, 'country')
  return country === undefined ? value : { ...value, country: countryName(country, language) }
}

const addressOperand = (value: Json, part: string): string | undefined => {
  const text = textPartOperand(normaliseAddress(value), part, inOneLine)
  return text === undefined || part !== 'country' ? text : (countryFrom(text) ?? text)
}

/** `street; postal code; city; state; country`: fewer are read only as far as they are written. */
const readAddress = (text: string): TextReading => {
  if (text.length > 2000) return notUnderstood('addressText', { text: text.slice(0, 200) })
  const texts = splitTexts(text.replace(/[\r\n]+/g, '; '), ';')
  if (texts.length < 2 || texts.length > written.length)
    return notUnderstood('addressText', { text: text.slice(0, 200) })
  const value = Object.fromEntries(texts.map((part, index) => [written[index] ?? '', part]))
  return understood(normaliseAddress(value))
}
