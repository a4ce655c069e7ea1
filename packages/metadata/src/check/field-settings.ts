import { propertyWords } from '../document/module-document.ts'
import { type Issue, problem } from '../issue/issue.ts'
import { objectAt, stringAt } from '../json.ts'
import type { CheckContext, CheckRule } from './check-rule.ts'
import { documentIssue } from './document-issue.ts'
import type { FieldPlace } from './field-places.ts'

/** The words beside a field are what its type asks for. */
export const fieldSettings: CheckRule = (context) =>
  context.fields.filter(isOurs).flatMap((place) => issuesOf(context, place))

/** Somebody else's schema speaks our words only where it names one of our types. */
const isOurs = ({ field }: FieldPlace): boolean =>
  field.origin === 'telar' || stringAt(field.schema, 'x-field') === field.type.kind

const issuesOf = ({ validate }: CheckContext, place: FieldPlace): readonly Issue[] => {
  const { field, file, pointer, holder } = place
  const { type, schema } = field
  // Those of the module's own fields are part of the document's shape.
  const words = holder === undefined && field.origin === 'telar' ? [] : validate(propertyWords, schema)
  const settings = validate(type.settings, schema).map((issue) => {
    const word = issue.params['missingProperty']
    return issue.code === 'required' && typeof word === 'string'
      ? problem('SETTING_MISSING', { pointer: '', params: { kind: type.kind, word } })
      : documentIssue(issue)
  })
  return [...words.map(documentIssue), ...settings, ...optionless(place)].map((issue) => ({
    ...issue,
    file,
    pointer: pointer + issue.pointer,
  }))
}

/** A type with options needs some: in a list that it names, or in the schema. */
const optionless = ({ field }: FieldPlace): readonly Issue[] => {
  const takesOptions = objectAt(field.type.settings, 'properties')?.['x-options'] !== undefined
  return takesOptions && field.options.length === 0 && field.schema['x-options'] === undefined
    ? [problem('SETTING_MISSING', { params: { kind: field.type.kind, word: 'x-options' } })]
    : []
}
