import { nearestNames, type Issue, problem } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { type RecordReader, recordReader } from '../storage/record-reader.ts'
import type { Caller } from './caller.ts'
import { rowSource } from './row-choice.ts'

export interface ReadRequest {
  readonly fields?: ReadonlySet<string>
  readonly asOf?: string
}

/** How the fields that a caller asks for are read, now or as they were; a name that is no field is refused. */
export const readerFor = (caller: Caller, served: ServedModule, { fields, asOf }: ReadRequest): RecordReader => {
  if (fields !== undefined) refuseUnknown(served, fields)
  if (asOf !== undefined) {
    const { schema, tables } = rowSource(caller, asOf)
    return recordReader({ schema, model: caller.snapshot.model, tables }, served.module, fields)
  }
  return fields === undefined ? served.reader : served.readerOf(fields)
}

const refuseUnknown = ({ module }: ServedModule, fields: ReadonlySet<string>): void => {
  const issues = [...fields].flatMap((name): readonly Issue[] => {
    if (module.fields.get(name)?.storage.type === 'links')
      return [problem('LINKS_APART', { pointer: '/fields', params: { field: name } })]
    if (module.fields.has(name) || module.systemFields.has(name)) return []
    const known = nearestNames(name, [...module.fields.keys(), ...module.systemFields.keys()])
    return [
      problem('FILTER_FIELD_UNKNOWN', { pointer: '/fields', params: { field: name, module: module.name, known } }),
    ]
  })
  if (issues.length > 0) throw new TelarError('QUERY_INVALID', { issues })
}
