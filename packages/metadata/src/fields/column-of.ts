import type { Field } from '../model.ts'

/** The physical column of a part: the first part has the field's own name, the others append theirs. */
export const columnOf = (field: Field, part: string): string => {
  const [first] = partsOf(field)
  return part === first ? field.column : `${field.column}_${snake(part)}`
}

/** Names of a field's parts, the main one first; empty where nothing is stored in the record's own row. */
export const partsOf = (field: Field): readonly string[] => {
  switch (field.storage.type) {
    case 'columns':
      return Object.keys(field.storage.parts)
    case 'link':
    case 'directory':
      return ['value']
    case 'links':
      return []
  }
}

/** The part whose column an index on the field holds: the one it is ordered by. */
export const indexedPart = (field: Field): string => {
  const key = field.type.sort(field)
  const [main = ''] = partsOf(field)
  return key?.by === 'parts' ? (key.parts[0] ?? main) : main
}

const snake = (part: string): string => part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
