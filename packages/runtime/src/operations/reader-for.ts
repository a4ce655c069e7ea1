import { findPath, type Issue, type Model, problem } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { ReadModule } from '../snapshot/snapshot.ts'
import { isOwn, type RecordReader, recordReader } from '../storage/record-reader.ts'
import type { Caller, Readable } from './caller.ts'
import { rowSource } from './row-choice.ts'

export interface ReadRequest {
  readonly fields?: ReadonlySet<string>
  readonly asOf?: string
}

/** How the fields and paths that a caller asks for are read, now or as they were; what leads nowhere is refused. */
export const readerFor = (
  caller: Caller,
  { served, reading }: Pick<Readable, 'served' | 'reading'>,
  { fields, asOf }: ReadRequest,
): RecordReader => {
  if (fields !== undefined) refuseUnknown(reading.model, served, fields)
  if (asOf !== undefined) {
    const { schema, tables } = rowSource(caller, reading, asOf)
    return recordReader({ schema, model: reading.model, tables }, served.module, fields)
  }
  return fields === undefined ? served.reader : served.readerOf(fields)
}

/** Ways to linked records that one reading may take: each is a join. */
const mostPaths = 20

const refuseUnknown = (model: Model, { module }: ReadModule, fields: ReadonlySet<string>): void => {
  const paths = [...fields].filter((name) => !isOwn(module, name))
  const issues = [
    ...[...fields]
      .filter((name) => module.fields.get(name)?.storage.type === 'links')
      .map((field) => problem('LINKS_APART', { pointer: '/fields', params: { field } })),
    ...paths.flatMap((name): readonly Issue[] => {
      const found = findPath(model, module, name)
      return found.ok ? [] : [problem(found.code, { pointer: '/fields', params: found.params })]
    }),
  ]
  if (issues.length === 0 && paths.length > mostPaths)
    issues.push(problem('PATHS_TOO_MANY', { pointer: '/fields', params: { limit: mostPaths } }))
  if (issues.length > 0) throw new TelarError('QUERY_INVALID', { issues })
}
