import { stringsAt } from '../json.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import type { Field, ValueProblem } from './field-type.ts'
import { textOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { setting } from './setting.ts'
import { valueProblem } from './value-problem.ts'

/** Servers and browsers agree on addresses up to here. */
const longest = 8000

const webSchemes: readonly string[] = ['https', 'http']

export const url = defineFieldType({
  kind: 'url',
  title: { en: 'Web address', es: 'Dirección web' },
  description: {
    en: 'The address of a page: a website, a profile, a shared folder. It opens with a click.',
    es: 'La dirección de una página: un sitio web, un perfil, una carpeta compartida. Se abre con un clic.',
  },
  group: 'text',
  icon: 'world',
  settings: {
    type: 'object',
    properties: {
      'x-schemes': setting(
        { en: 'Allowed beginnings', es: 'Comienzos permitidos' },
        {
          type: 'array',
          items: { type: 'string', pattern: '^[a-z][a-z0-9+.-]*$' },
          minItems: 1,
          uniqueItems: true,
          default: [...webSchemes],
        },
      ),
    },
  },
  recognise: (schema) =>
    plainType(schema) === 'string' && (schema['format'] === 'uri' || schema['format'] === 'iri') ? 30 : 0,
  storage: oneColumn('text'),
  valueSchema: (field) => ({
    type: 'string',
    format: 'uri',
    ...(field.origin === 'telar' ? { maxLength: longest } : {}),
    ...constraints(field.schema),
  }),
  normalise: (value, { origin }) => (typeof value === 'string' && origin === 'telar' ? complete(value.trim()) : value),
  check: (value, field) => (typeof value === 'string' && field.origin === 'telar' ? schemeProblems(value, field) : []),
  operators: { [mainPart]: textOperators },
  searchedByDefault: true,
  widget: 'url',
  view: 'url',
  examples: [
    {
      schema: { type: 'string', format: 'uri' },
      value: 'https://example.com/a?b=1',
      text: 'https://example.com/a?b=1',
    },
    {
      schema: { 'x-field': 'url' },
      value: ' example.com/café ',
      reads: 'https://example.com/caf%C3%A9',
      text: 'https://example.com/caf%C3%A9',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'url' }, value: 'not an address', code: 'format' },
    { schema: { 'x-field': 'url' }, value: 'javascript:alert(1)', code: 'urlScheme' },
    { schema: { 'x-field': 'url' }, value: {}, code: 'type' },
  ],
})

/** People leave `https://` out and write accents; a URI has neither. */
const complete = (text: string): string => {
  if (text.length > longest) return text
  const whole =
    /^[\w-]+(\.[\w-]+)+([/?#:]|$)/u.test(text) && !/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? `https://${text}` : text
  return whole.isWellFormed() && !/\s/.test(whole) ? whole.replace(/[^\x21-\x7e]+/gu, encodeURIComponent) : whole
}

/** A script behind a link would run with the rights of whoever clicks. */
const schemeProblems = (value: string, { schema }: Field): readonly ValueProblem[] => {
  const scheme = value.slice(0, Math.max(value.indexOf(':'), 0)).toLowerCase()
  const written = stringsAt(schema, 'x-schemes')
  const schemes = written.length > 0 ? written : webSchemes
  return schemes.includes(scheme) ? [] : [valueProblem('urlScheme', { scheme, schemes })]
}
