// oxlint-disable no-restricted-imports -- this folder belongs to no room: it reads what the rooms say of themselves
import {
  type FieldType,
  fieldTypeDocs,
  fieldTypes,
  type Language,
  type Operator,
  operators,
  periods,
  type Takes,
} from '../../packages/metadata/src/index.ts'
import { errors } from '../../packages/runtime/src/errors.ts'

/** A page of the documentation that is made from the code. */
export interface GeneratedPage {
  /** From the root of the project. */
  readonly path: string
  readonly text: string
}

/** Every generated page, as it must be now. */
export const generatedPages = (): readonly GeneratedPage[] => [
  { path: 'docs/developers/field-types.md', text: fieldTypeDocs('en') },
  { path: 'docs/developers/tipos-de-campo.md', text: fieldTypeDocs('es') },
  { path: 'docs/developers/operators.md', text: operatorPage('en') },
  { path: 'docs/developers/operadores.md', text: operatorPage('es') },
  { path: 'docs/developers/errors.md', text: errorPage() },
]

const words = {
  en: {
    title: 'Filter operators',
    intro:
      'What a condition of a filter can say. The field types that offer an operator are listed beside it; `/model` says the same for each field of a workspace. How filters are put together: [filters.md](filters.md).',
    head: ['Operator', 'People read', 'Of dates and times', 'Value', 'Field types'],
    all: 'all that can be filtered',
    periods: 'Periods',
    periodIntro:
      'What `within` takes. A period moves with the day; days begin and end in the time zone of the workspace.',
    periodHead: ['Value', 'People read'],
    counted: '`lastNDays` and `nextNDays` work with any number from 1 to 9999, today included.',
    takes: {
      none: 'none',
      one: 'one value',
      two: 'two values: lowest and highest, both included',
      list: 'a list of up to 1,000 values',
      period: 'the name of a period',
    },
  },
  es: {
    title: 'Operadores de filtro',
    intro:
      'Lo que puede decir una condición de un filtro. Al lado de cada operador están los tipos de campo que lo ofrecen; `/model` dice lo mismo de cada campo de un espacio de trabajo. Cómo se construye un filtro: [filters.md](filters.md).',
    head: ['Operador', 'Se lee', 'En fechas y horas', 'Valor', 'Tipos de campo'],
    all: 'todos los que se pueden filtrar',
    periods: 'Periodos',
    periodIntro:
      'Lo que admite `within`. Un periodo se mueve con el día; los días empiezan y acaban en la zona horaria del espacio de trabajo.',
    periodHead: ['Valor', 'Se lee'],
    counted: '`lastNDays` y `nextNDays` admiten cualquier número del 1 al 9999, con hoy incluido.',
    takes: {
      none: 'ninguno',
      one: 'un valor',
      two: 'dos valores: el menor y el mayor, ambos incluidos',
      list: 'una lista de hasta 1000 valores',
      period: 'el nombre de un periodo',
    },
  },
} as const satisfies Record<
  Language,
  { readonly takes: Readonly<Record<Takes, string>> } & Readonly<Record<string, unknown>>
>

const operatorPage = (language: Language): string => {
  const say = words[language]
  return page([
    `# ${say.title}`,
    say.intro,
    table(
      say.head,
      [...operators.values()].map((operator) => operatorRow(operator, language)),
    ),
    `## ${say.periods}`,
    say.periodIntro,
    table(
      say.periodHead,
      periods.map(({ name, label }) => [`\`${name}\``, label[language]]),
    ),
    say.counted,
  ])
}

const operatorRow = (operator: Operator, language: Language): readonly string[] => [
  `\`${operator.name}\``,
  operator.label[language],
  operator.dateLabel[language] === operator.label[language] ? '' : operator.dateLabel[language],
  words[language].takes[operator.takes],
  typesWith(operator.name, language),
]

const offers = (type: FieldType, name: string): boolean =>
  Object.values(type.operators).some((names) => names.includes(name))

const typesWith = (name: string, language: Language): string => {
  const filterable = [...fieldTypes.values()].filter((type) => Object.keys(type.operators).length > 0)
  const found = filterable.filter((type) => offers(type, name))
  return found.length === filterable.length ? words[language].all : found.map(({ kind }) => kind).join(', ')
}

const errorPage = (): string =>
  page([
    '# Errors',
    'Every refusal of the API is a problem document (RFC 9457): `type`, `title`, `status`, `code`, `detail`, `params`, `issues`. Programs read `code`; people read `detail`, which is in the language of `Accept-Language` (English or Spanish). Each of the `issues` has a `pointer`, a `code`, its `params` and a `message`. [api.md](api.md) shows one.',
    table(
      ['Code', 'Status', 'What it says'],
      Object.entries(errors).map(([code, { status, text }]) => [`\`${code}\``, String(status), text.en]),
    ),
  ])

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`
