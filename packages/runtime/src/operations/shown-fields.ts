import { always, type Predicate } from '@telar/metadata'
import type { Readable } from './caller.ts'
import { meets } from './granted-records.ts'

/** Names of the author's fields that the caller may see on one record as it is today; system fields are never hidden. */
export const shownFields = async (
  { caller, served, grant }: Readable,
  id: string,
): Promise<(field: string) => boolean> => {
  const limited = [...served.module.fields.keys()].flatMap((name): readonly (readonly [string, Predicate])[] => {
    const cells = grant.cell(name)
    return cells.type === 'always' ? [] : [[name, cells]]
  })
  if (limited.length === 0) return (field) => served.module.fields.has(field) || served.module.systemFields.has(field)
  const met = await meets(caller, served.module, { id, conditions: [always, ...limited.map(([, cells]) => cells)] })
  const hidden = new Set(limited.filter((_one, index) => met?.[index + 1] !== true).map(([name]) => name))
  return (field) => !hidden.has(field) && (served.module.fields.has(field) || served.module.systemFields.has(field))
}
