import { mainPart, defineFieldType } from './define-field-type.ts'
import { choiceOperators } from './operator-sets.ts'
import { referenceAspects } from './reference-value.ts'
import { inverseName, setting } from './setting.ts'

const example = '0198c1e2-7a4b-7c3d-8e5f-0123456789ab'

export const link = defineFieldType({
  ...referenceAspects,
  kind: 'link',
  title: { en: 'Link', es: 'Enlace' },
  description: {
    en: 'One record of another module: the account of a contact. The other side shows the list of records that point to it.',
    es: 'Un registro de otro módulo: la cuenta de un contacto. El otro lado muestra la lista de registros que apuntan a él.',
  },
  group: 'relation',
  icon: 'link',
  settings: {
    type: 'object',
    required: ['x-link'],
    properties: {
      'x-link': setting(
        { en: 'Links to', es: 'Enlaza con' },
        {
          type: 'object',
          required: ['module'],
          properties: {
            module: setting({ en: 'Module', es: 'Módulo' }, { type: 'string' }),
            inverse: setting(
              { en: 'Name of the list on the other side', es: 'Nombre de la lista en el otro lado' },
              inverseName,
            ),
            onDelete: setting(
              { en: 'When the other record is deleted', es: 'Al eliminar el otro registro' },
              { enum: ['restrict', 'cascade', 'clear'], default: 'restrict' },
            ),
          },
          additionalProperties: false,
        },
      ),
      'x-inverse-title': setting(
        { en: 'Title of the list on the other side', es: 'Título de la lista en el otro lado' },
        { type: 'string' },
      ),
    },
  },
  storage: { type: 'link' },
  operators: { [mainPart]: choiceOperators },
  widget: 'link',
  view: 'link',
  examples: [
    {
      schema: { 'x-field': 'link', 'x-link': { module: 'account' } },
      value: example,
      reads: { id: example, label: 'Acme' },
      text: 'Acme',
    },
    {
      schema: { 'x-field': 'link', 'x-link': { module: 'account' } },
      value: { id: example.toUpperCase(), label: 'An older name' },
      reads: { id: example, label: 'Acme' },
      text: 'Acme',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'link', 'x-link': { module: 'account' } }, value: 'acme', code: 'format' },
    { schema: { 'x-field': 'link', 'x-link': { module: 'account' } }, value: { label: 'Acme' }, code: 'required' },
    { schema: { 'x-field': 'link', 'x-link': { module: 'account' } }, value: 7, code: 'type' },
  ],
})
