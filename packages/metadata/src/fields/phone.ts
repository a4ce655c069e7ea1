import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import { stringAt, type Json } from '../json.ts'
import { isCountry } from './country.ts'
import { defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import type { Field } from './field-type.ts'
import { textOperators } from './operator-sets.ts'
import { setting } from './setting.ts'
import { understood, valueProblem } from './value-problem.ts'

export const phone = defineFieldType({
  kind: 'phone',
  title: { en: 'Phone', es: 'Teléfono' },
  description: {
    en: 'A telephone number, kept in the international form so that it can be dialled and found however it was written.',
    es: 'Un número de teléfono. Se guarda en formato internacional para marcarlo y encontrarlo se escriba como se escriba.',
  },
  group: 'text',
  icon: 'phone',
  settings: {
    type: 'object',
    properties: {
      'x-country': setting(
        { en: 'Country of numbers without a prefix', es: 'País de los números sin prefijo' },
        { type: 'string', pattern: '^[A-Z]{2}$', default: 'ES' },
      ),
    },
  },
  storage: oneColumn('text'),
  valueSchema: () => ({ type: 'string', maxLength: 60 }),
  normalise: (value, field) => (typeof value === 'string' ? (dialled(value, field) ?? value.trim()) : value),
  check: (value, field) =>
    typeof value === 'string' && dialled(value, field) !== value ? [valueProblem('phone', { text: value })] : [],
  operand: (value, _part, field) => phoneOperand(value, field),
  operators: { [mainPart]: textOperators },
  fromText: (text, field) => {
    const number = dialled(text, field)
    return number === undefined ? { ok: false, problem: valueProblem('phone', { text }) } : understood(number)
  },
  toText: (value) => (typeof value === 'string' ? spoken(value) : ''),
  searchedByDefault: true,
  searchText: (value) => (typeof value === 'string' ? `${value} ${spoken(value)}` : ''),
  widget: 'phone',
  view: 'phone',
  examples: [
    { schema: { 'x-field': 'phone' }, value: '912 34 56 78', reads: '+34912345678', text: '+34 912 34 56 78' },
    { schema: { 'x-field': 'phone' }, value: '+44 20 7946 0958', reads: '+442079460958', text: '+44 20 7946 0958' },
    {
      schema: { 'x-field': 'phone', 'x-country': 'US' },
      value: '(212) 555-0123 ext. 7',
      reads: '+12125550123;ext=7',
      text: '+1 212 555 0123 ext. 7',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'phone' }, value: 'call me', code: 'phone' },
    { schema: { 'x-field': 'phone' }, value: '123', code: 'phone' },
    { schema: { 'x-field': 'phone' }, value: 912345678, code: 'type' },
  ],
})

const countryOf = ({ schema }: Field): CountryCode => {
  const country = stringAt(schema, 'x-country')
  return isPhoneCountry(country) ? country : 'ES'
}

const isPhoneCountry = (code: string | undefined): code is CountryCode => code !== undefined && isCountry(code)

/** E.164, with `;ext=` (RFC 3966) where there is an extension; undefined for what cannot be a number. */
const dialled = (text: string, field: Field): string | undefined => {
  if (text.length > 60) return undefined
  return remembered(dialledForms, `${countryOf(field)} ${text}`, () => {
    const number = parsePhoneNumberFromString(text.replace(/^\s*\((\+\d+)\)/, '$1'), {
      defaultCountry: countryOf(field),
      extract: false,
    })
    if (number === undefined || !number.isPossible()) return undefined
    return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`
  })
}

const spoken = (value: string): string =>
  value.length > 60
    ? value
    : remembered(spokenForms, value, () => parsePhoneNumberFromString(value)?.formatInternational() ?? value)

/** Taking a number apart costs more than all other fields of a record together, and every write does it three times. */
const rememberedNumbers = 1000
const dialledForms = new Map<string, string | undefined>()
const spokenForms = new Map<string, string>()

const remembered = <Form>(forms: Map<string, Form>, text: string, make: () => Form): Form => {
  const known = forms.get(text)
  if (known !== undefined) return known
  const made = make()
  if (forms.size >= rememberedNumbers) forms.clear()
  forms.set(text, made)
  return made
}

/** A whole number as it is stored; of a part of one, its digits. */
const phoneOperand = (value: Json, field: Field): string | undefined => {
  if (typeof value !== 'string') return undefined
  return dialled(value, field) ?? value.replace(/(?!^\+)[^\d]/g, '')
}
