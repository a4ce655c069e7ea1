import { accessTexts } from '../access/access-texts.ts'
import { actions, actionTitles } from '../access/actions.ts'
import { capabilities, isCapability } from '../access/capabilities.ts'
import { explainTexts } from '../access/explain-texts.ts'
import { checkTexts } from '../check/check-texts.ts'
import { dialectTexts } from '../dialect/dialect-texts.ts'
import { valueTexts } from '../fields/value-texts.ts'
import { filterTexts } from '../filter/filter-texts.ts'
import { objectAt, stringAt } from '../json.ts'
import { fill, type Language, type Text } from '../language.ts'
import { aggregateTexts } from './aggregate-texts.ts'
import type { Issue, IssueTexts } from './issue.ts'
import { recordTexts } from './record-texts.ts'

const texts: IssueTexts = {
  ...valueTexts,
  ...dialectTexts,
  ...filterTexts,
  ...checkTexts,
  ...recordTexts,
  ...aggregateTexts,
  ...accessTexts,
  ...explainTexts,
}

/** Codes that have a text; a test compares them with the codes that are raised. */
export const issueCodes: readonly string[] = Object.keys(texts)

/** The issue in words, in the reader's language; a code without a text is shown as itself. */
export const messageOf = (issue: Pick<Issue, 'code' | 'params'>, language: Language): string => {
  const text = variantOf(issue) ?? texts[issue.code]
  return text === undefined
    ? issue.code
    : fill(text[language], { ...issue.params, ...rightOf(issue.params, language), ...reasonOf(issue.params, language) })
}

/** Actions and capabilities are named in the reader's language. */
const rightOf = (params: Issue['params'], language: Language): Readonly<Record<string, string>> => {
  const action = actions.find((one) => one === params['action'])
  const capability = stringAt(params, 'capability')
  return {
    ...(action === undefined ? {} : { action: actionTitles[action][language] }),
    ...(capability === undefined || !isCapability(capability)
      ? {}
      : { capability: capabilities[capability][language] }),
  }
}

/** A problem that comes of another one says it in its `{message}`. */
const reasonOf = (params: Issue['params'], language: Language): { readonly message?: string } => {
  const because = objectAt(params, 'because')
  const code = because === undefined ? undefined : stringAt(because, 'code')
  if (because === undefined || code === undefined) return {}
  const message = messageOf({ code, params: objectAt(because, 'params') ?? {} }, language)
  return { message: message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '') }
}

/** Parameters that may have a text of their own: `format.email`, `minLength.1`. */
const deciding = ['format', 'type', 'limit', 'scale'] as const

const variantOf = ({ code, params }: Pick<Issue, 'code' | 'params'>): Text | undefined =>
  deciding
    .flatMap((name) => {
      const value = params[name]
      return typeof value === 'string' || typeof value === 'number' ? [texts[`${code}.${value}`]] : []
    })
    .find((text) => text !== undefined)
