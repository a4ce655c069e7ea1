import type { IssueTexts } from './issue.ts'

/** What is wrong with a question for totals. */
export const aggregateTexts: IssueTexts = {
  AGGREGATE_SHAPE: { en: 'Write it as {wanted}.', es: 'Escríbelo como {wanted}.' },
  AGGREGATE_TOO_MANY: { en: 'At most {limit} are possible.', es: 'Como máximo puede haber {limit}.' },
  AGGREGATE_NO_GROUP: {
    en: 'Records cannot be grouped by “{field}”.',
    es: 'Los registros no se pueden agrupar por «{field}».',
  },
  AGGREGATE_NO_MEASURE: {
    en: '“{field}” has no {measure}. Possible: {known}.',
    es: '«{field}» no admite {measure}. Se puede: {known}.',
  },
  AGGREGATE_PART: { en: '“{field}” is grouped by one of: {known}.', es: '«{field}» se agrupa por: {known}.' },
  AGGREGATE_NAME: {
    en: 'There is no group or measure called “{name}”. Known: {known}.',
    es: 'No hay ningún grupo ni medida que se llame «{name}». Hay: {known}.',
  },
  AGGREGATE_NAME_TWICE: {
    en: 'Two groups or measures are called “{name}”; give one of them another name with “as”.',
    es: 'Dos grupos o medidas se llaman «{name}»; da otro nombre a una con «as».',
  },
  AGGREGATE_EACH: { en: '“{field}” is not a list of rows.', es: '«{field}» no es una lista de filas.' },
}
