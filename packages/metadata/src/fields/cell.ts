import { isList, isObject, type Json } from '../json.ts'
import { isDay } from './calendar.ts'
import type { Cell, Field, FieldType, Primitive } from './field-type.ts'
import { instantFrom } from './instant.ts'
import { isStorableText } from './storable.ts'

const isText = (cell: Cell): cell is string => typeof cell === 'string' && isStorableText(cell)

/** Whether a column of this primitive can hold the cell; null is for every column. */
export const fits: Readonly<Record<Primitive, (cell: Cell) => boolean>> = {
  text: isText,
  integer: (cell) => Number.isSafeInteger(cell),
  double: (cell) => Number.isFinite(cell),
  numeric: (cell) => typeof cell === 'string' && /^-?\d{1,60}(\.\d{1,40})?$/.test(cell),
  boolean: (cell) => typeof cell === 'boolean',
  date: (cell) => typeof cell === 'string' && isDay(cell),
  timestamp: (cell) => typeof cell === 'string' && instantFrom(cell) !== undefined,
  uuid: (cell) => typeof cell === 'string' && isUuid(cell),
  json: (cell) => isObject(cell) || isList(cell) || typeof cell !== 'string' || isText(cell),
  textList: (cell) => isList(cell) && cell.every(isText),
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export const primitiveOf = (field: Pick<Field, 'storage'>, part: string): Primitive | undefined =>
  field.storage.type === 'columns' ? field.storage.parts[part] : field.storage.type === 'links' ? undefined : 'uuid'

type Storing = Pick<FieldType, 'normalise' | 'store' | 'operators' | 'storage'>

/** The whole value for the part a filter means by the field alone; the value as it is for the others. */
export const operandOf = (
  type: Storing,
  part: string,
  { value, field }: { value: Json; field: Field },
): Cell | undefined => {
  const normal = type.normalise(value, field)
  if (normal === null) return undefined
  const [first] = Object.keys(type.operators)
  const cell = part === first ? type.store(normal, field)[part] : value
  const primitive = primitiveOf(type, part) ?? 'uuid'
  return cell !== undefined && cell !== null && fits[primitive](cell) ? cell : undefined
}
