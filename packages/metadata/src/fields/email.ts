import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { textOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'

export const email = defineFieldType({
  kind: 'email',
  title: { en: 'Email', es: 'Correo electrónico' },
  description: {
    en: 'An email address. It is kept in lower case, so that the same address is always written alike.',
    es: 'Una dirección de correo. Se guarda en minúsculas para que la misma dirección se escriba siempre igual.',
  },
  group: 'text',
  icon: 'mail',
  recognise: (schema) =>
    plainType(schema) === 'string' && (schema['format'] === 'email' || schema['format'] === 'idn-email') ? 30 : 0,
  storage: oneColumn('text'),
  valueSchema: (field) => ({
    type: 'string',
    format: 'email',
    ...(field.origin === 'telar' ? { maxLength: 254 } : {}),
    ...constraints(field.schema),
  }),
  normalise: (value, { origin }) =>
    typeof value === 'string' && origin === 'telar'
      ? value
          .trim()
          .replace(/^mailto:/i, '')
          .toLowerCase()
      : value,
  operators: { [mainPart]: textOperators },
  searchedByDefault: true,
  widget: 'email',
  view: 'email',
  examples: [
    { schema: { type: 'string', format: 'email' }, value: 'ana@example.com', text: 'ana@example.com' },
    {
      schema: { 'x-field': 'email' },
      value: ' Ana.Perez@Example.COM ',
      reads: 'ana.perez@example.com',
      text: 'ana.perez@example.com',
    },
  ],
  badExamples: [
    { schema: { type: 'string', format: 'email' }, value: 'ana', code: 'format' },
    { schema: { 'x-field': 'email' }, value: 'ana@', code: 'format' },
    { schema: { 'x-field': 'email' }, value: 5, code: 'type' },
  ],
})
