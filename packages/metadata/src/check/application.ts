import { appDocument } from '../document/app-document.ts'
import { type Issue, problem } from '../issue/issue.ts'
import { type JsonObject, objectAt, stringAt } from '../json.ts'
import type { CheckRule } from './check-rule.ts'

/** Money and time of the application can be reckoned with. */
export const application: CheckRule = ({ definition }) => {
  const file = appDocument.example
  const document = definition.get(file)
  return document === undefined
    ? []
    : [...timeZoneIssues(document), ...rateIssues(document)].map((issue) => ({ ...issue, file }))
}

const timeZoneIssues = (document: JsonObject): readonly Issue[] => {
  const timeZone = stringAt(document, 'timeZone')
  return timeZone === undefined || isTimeZone(timeZone)
    ? []
    : [problem('TIME_ZONE_UNKNOWN', { pointer: '/timeZone', params: { timeZone } })]
}

const isTimeZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The base currency is worth one of itself, and no currency is worth nothing. */
const rateIssues = (document: JsonObject): readonly Issue[] =>
  Object.entries(objectAt(document, 'currencies') ?? {}).flatMap(([currency, rate]) => {
    const pointer = `/currencies/${currency}`
    if (currency === stringAt(document, 'currency'))
      return [problem('CURRENCY_IS_BASE', { pointer, params: { currency } })]
    return typeof rate === 'string' && /^[0.]+$/.test(rate)
      ? [problem('CURRENCY_WORTHLESS', { pointer, params: { currency } })]
      : []
  })
