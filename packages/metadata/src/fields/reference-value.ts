import { isObject, type Json, type JsonObject } from '../json.ts'
import { isUuid } from './cell.ts'
import { mainPart } from './define-field-type.ts'
import type { Cell, Field, FieldType, LabelOf, TextContext, TextReading } from './field-type.ts'
import { notUnderstood, understood, valueProblem } from './value-problem.ts'

/** Written as an id, or as what was read: `{id, label}`. */
const referenceSchema: JsonObject = {
  type: ['string', 'object'],
  format: 'uuid',
  properties: { id: { type: 'string', format: 'uuid' }, label: { type: ['string', 'null'] } },
  required: ['id'],
  additionalProperties: false,
}

/** The id alone. */
export const normaliseReference = (value: Json): Json => {
  const id = isObject(value) && 'id' in value ? (value['id'] ?? null) : value
  if (typeof id !== 'string') return id === null ? null : value
  return isUuid(id.trim()) ? id.trim().toLowerCase() : value
}

const readReference = (id: Cell | undefined, field: Field, labelOf: LabelOf): Json =>
  typeof id === 'string' ? { id, label: labelOf(field, id) } : null

/** What every value that names one record or person has in common. */
export const referenceAspects = {
  valueSchema: () => referenceSchema,
  normalise: normaliseReference,
  check: (value) => (typeof value === 'string' && !isUuid(value) ? [valueProblem('format', { format: 'uuid' })] : []),
  read: (cells, field, labelOf) => readReference(cells[mainPart], field, labelOf),
  references: (value, field) => (typeof value === 'string' && isUuid(value) ? [{ pointer: '', field, id: value }] : []),
  sort: () => ({ by: 'label' }),
  fromText: (text, field, context) => readReferenceText(text, field, context),
  toText: (value) => referenceLabel(value),
} satisfies Partial<FieldType>

/** An id, or the label of exactly one record. */
export const readReferenceText = (text: string, field: Field, context: TextContext): TextReading => {
  const wanted = text.trim()
  if (isUuid(wanted)) return understood(wanted.toLowerCase())
  const [id, ...more] = context.idsOf(field, wanted)
  if (id === undefined) return notUnderstood('linkText', { text: wanted })
  return more.length === 0 ? understood(id) : notUnderstood('linkAmbiguous', { text: wanted, count: more.length + 1 })
}

export const referenceLabel = (value: Json): string => {
  if (!isObject(value)) return typeof value === 'string' ? value : ''
  const { id, label } = value
  return typeof label === 'string' && label !== '' ? label : typeof id === 'string' ? id : ''
}
