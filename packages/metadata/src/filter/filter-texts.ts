import type { IssueTexts } from '../issue/issue.ts'

/** What is wrong with a filter or an order. */
export const filterTexts: IssueTexts = {
  FILTER_SHAPE: {
    en: 'A condition is one of {"all": […]}, {"any": […]}, {"not": …}, {"some": …, "where": …}, {"none": …, "where": …} or {"field": …, "op": …, "value": …}.',
    es: 'Una condición es una de estas: {"all": […]}, {"any": […]}, {"not": …}, {"some": …, "where": …}, {"none": …, "where": …} o {"field": …, "op": …, "value": …}.',
  },
  FILTER_TOO_DEEP: {
    en: 'Conditions may be nested at most {limit} levels deep.',
    es: 'Las condiciones pueden anidarse como máximo en {limit} niveles.',
  },
  FILTER_TOO_LONG: {
    en: 'A filter has at most {limit} conditions.',
    es: 'Un filtro tiene como máximo {limit} condiciones.',
  },
  FILTER_FIELD_UNKNOWN: {
    en: 'There is no field “{field}” in “{module}”. Similar: {known}.',
    es: 'No existe el campo «{field}» en «{module}». Parecidos: {known}.',
  },
  FILTER_PART_UNKNOWN: {
    en: '“{field}” has no part “{part}”. It has: {known}.',
    es: '«{field}» no tiene la parte «{part}». Tiene: {known}.',
  },
  FILTER_FIELD_IS_LIST: {
    en: '“{field}” is a list of records: use {"some": "{field}"} or {"none": "{field}"}.',
    es: '«{field}» es una lista de registros: usa {"some": "{field}"} o {"none": "{field}"}.',
  },
  FILTER_PATH_LONG: {
    en: '“{path}” follows more than {limit} links.',
    es: '«{path}» recorre más de {limit} enlaces.',
  },
  FILTER_LIST_UNKNOWN: {
    en: '“{module}” has no list of records “{list}”. Similar: {known}.',
    es: '«{module}» no tiene la lista de registros «{list}». Parecidas: {known}.',
  },
  FILTER_OPERATOR: {
    en: '“{field}” cannot be filtered with “{operator}”. It takes: {known}.',
    es: '«{field}» no se puede filtrar con «{operator}». Admite: {known}.',
  },
  FILTER_VALUE: {
    en: 'The value {value} does not fit “{field}” ({type}).',
    es: 'El valor {value} no es válido para «{field}» ({type}).',
  },
  FILTER_VALUE_TEXT: {
    en: 'Text is needed to filter “{field}” this way, not {value}.',
    es: 'Para filtrar «{field}» de este modo hace falta un texto, no {value}.',
  },
  FILTER_VALUE_MISSING: {
    en: '“{operator}” needs a value. For records without one, use “isEmpty”.',
    es: '«{operator}» necesita un valor. Para los registros sin valor, usa «isEmpty».',
  },
  FILTER_VALUE_SUPERFLUOUS: {
    en: '“{operator}” takes no value.',
    es: '«{operator}» no admite ningún valor.',
  },
  FILTER_VALUE_TWO: {
    en: '“{operator}” needs a list of two values: the lowest and the highest.',
    es: '«{operator}» necesita una lista de dos valores: el menor y el mayor.',
  },
  FILTER_VALUE_LIST: {
    en: '“{operator}” needs a list of values.',
    es: '«{operator}» necesita una lista de valores.',
  },
  FILTER_VALUE_COUNT: {
    en: 'A condition lists at most {limit} values.',
    es: 'Una condición admite como máximo {limit} valores.',
  },
  FILTER_OPTION_UNKNOWN: {
    en: '{value} is no option of “{field}”. Options: {known}.',
    es: '{value} no es una opción de «{field}». Opciones: {known}.',
  },
  FILTER_DATE_UNKNOWN: {
    en: '{value} is no relative date. Write today, now, -30d, +2w, startOfMonth, endOfQuarter-1q… (units: h d w m q y).',
    es: '{value} no es una fecha relativa. Escribe today, now, -30d, +2w, startOfMonth, endOfQuarter-1q… (unidades: h d w m q y).',
  },
  FILTER_DATE_MISPLACED: {
    en: '“{field}” is no date: relative dates and periods do not apply to it.',
    es: '«{field}» no es una fecha: no se le pueden aplicar fechas relativas ni periodos.',
  },
  FILTER_PERIOD_UNKNOWN: {
    en: '{value} is no period. Known: {known}, and last45Days or next10Days with any number.',
    es: '{value} no es un periodo. Se conocen: {known}, y last45Days o next10Days con cualquier número.',
  },
  FILTER_USER_UNKNOWN: {
    en: '{value} says nothing about a user. Known: {known}.',
    es: '{value} no es un dato del usuario. Se conocen: {known}.',
  },
  FILTER_USER_MISPLACED: {
    en: '“{field}” names no person: {"user": "id"} does not apply to it.',
    es: '«{field}» no designa a una persona: no se le puede aplicar {"user": "id"}.',
  },
  SORT_SHAPE: {
    en: 'An order is a list of field names, with a minus for descending: -amount,name.',
    es: 'Un orden es una lista de nombres de campo, con un signo menos para el descendente: -amount,name.',
  },
  SORT_TOO_LONG: {
    en: 'At most {limit} fields can be sorted by.',
    es: 'Se puede ordenar como máximo por {limit} campos.',
  },
  SORT_UNSORTABLE: {
    en: 'Records cannot be sorted by “{field}”.',
    es: 'Los registros no se pueden ordenar por «{field}».',
  },
}
