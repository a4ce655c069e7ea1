import type { IssueTexts } from '../issue/issue.ts'

/** What is wrong with a value, in the words of a form: standard JSON Schema keywords and the codes of field types. */
export const valueTexts: IssueTexts = {
  type: { en: 'This kind of value does not belong here', es: 'Este tipo de valor no corresponde aquí' },
}
