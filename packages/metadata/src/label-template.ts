/** `{firstName} {lastName}` taken apart: literal text and names of fields of the same module. */
export type LabelTemplate = readonly LabelPart[]

export type LabelPart = { readonly text: string } | { readonly field: string }

export const parseLabelTemplate = (source: string): LabelTemplate =>
  source
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? { field: part.slice(1, -1).trim() } : { text: part }))

export const labelFields = (template: LabelTemplate): readonly string[] =>
  template.flatMap((part) => ('field' in part ? [part.field] : []))

const longestLabel = 255

/** What a label begins with is found in the beginning of its texts; the rest would only cost time. */
const readOf = 2000

/** The label of a record from the texts of its fields: spaces folded, at most 255 characters, none of them half. */
export const renderLabel = (template: LabelTemplate, textOf: (field: string) => string): string =>
  template
    .map((part) => ('field' in part ? textOf(part.field).slice(0, readOf) : part.text))
    .join('')
    .slice(0, readOf)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,·–-]+|[\s,·–-]+$/g, '')
    .slice(0, longestLabel)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
