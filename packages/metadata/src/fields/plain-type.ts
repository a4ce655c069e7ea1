import type { JsonObject } from '../json.ts'
import { isList } from '../json.ts'

/** The one type a schema asks for, `null` beside it aside; undefined when it allows several or says none. */
export const plainType = (schema: JsonObject): string | undefined => {
  const written = schema['type']
  const types = isList(written) ? written.filter((type) => type !== 'null') : [written]
  const [type] = types
  return types.length === 1 && typeof type === 'string' ? type : undefined
}
