import type { IssueTexts } from '../issue/issue.ts'

export const checkTexts: IssueTexts = {
  DOCUMENT_SHAPE: { en: '{message}', es: '{message}' },
  PATH_UNKNOWN: {
    en: '“{path}” is not the path of a definition document. Paths look like {examples}.',
    es: '«{path}» no es la ruta de un documento de definición. Las rutas son como {examples}.',
  },
  ID_DUPLICATE: {
    en: 'The id “{id}” is also used in {other}. Give one of them another id.',
    es: 'El id «{id}» también se usa en {other}. Da otro id a uno de los dos.',
  },
  FIELD_KIND_UNKNOWN: {
    en: 'There is no field type “{kind}”. Known types: {known}.',
    es: 'No existe el tipo de campo «{kind}». Tipos conocidos: {known}.',
  },
  FIELD_NAME_SYSTEM: {
    en: 'Every record has its own “{field}”; this field is called “{name}” in the API and in filters.',
    es: 'Todo registro tiene su propio «{field}»; este campo se llama «{name}» en la API y en los filtros.',
  },
  FIELD_LIMIT: {
    en: 'A module has at most {limit} columns; this one needs {count}.',
    es: 'Un módulo tiene como máximo {limit} columnas; este necesita {count}.',
  },
  FIELD_NAME_LONG: { en: 'Field names have at most {limit} characters.', es: 'Los nombres de campo tienen como máximo {limit} caracteres.' },
  MODULE_UNKNOWN_REFERENCE: {
    en: 'There is no module “{module}”. Known modules: {known}.',
    es: 'No existe el módulo «{module}». Módulos conocidos: {known}.',
  },
  OPTIONS_UNKNOWN: {
    en: 'There is no option list “{options}”. Add options/{options}.json or use one of: {known}.',
    es: 'No existe la lista de opciones «{options}». Añade options/{options}.json o usa una de: {known}.',
  },
  OPTION_DUPLICATE: { en: 'The value “{value}” stands twice in the list.', es: 'El valor «{value}» está dos veces en la lista.' },
  LINK_TARGET_MISSING: { en: 'A link needs “x-link” with its target module.', es: 'Un enlace necesita «x-link» con su módulo de destino.' },
  LINK_INVERSE_TAKEN: {
    en: '“{target}” already has a list called “{inverse}”. Choose another inverse name.',
    es: '«{target}» ya tiene una lista llamada «{inverse}». Elige otro nombre inverso.',
  },
  LABEL_FIELD_UNKNOWN: {
    en: 'The record name uses “{field}”, which is not a field with a text of this module.',
    es: 'El nombre del registro usa «{field}», que no es un campo con texto de este módulo.',
  },
  FIELD_UNKNOWN: {
    en: '“{module}” has no field “{field}”. {suggestion}',
    es: '«{module}» no tiene el campo «{field}». {suggestion}',
  },
  RULE_UNKNOWN: { en: 'There is no rule “{kind}”. Known rules: {known}.', es: 'No existe la regla «{kind}». Reglas conocidas: {known}.' },
  RULE_FIELD_UNKNOWN: { en: '“{module}” has no field “{field}”.', es: '«{module}» no tiene el campo «{field}».' },
  DEFAULT_INVALID: { en: 'The default value does not fit the field: {message}', es: 'El valor por defecto no encaja con el campo: {message}' },
  EXPRESSION_LATER: {
    en: '“{word}” is stored, and will be computed when expressions arrive.',
    es: '«{word}» se guarda y se calculará cuando lleguen las expresiones.',
  },
}
