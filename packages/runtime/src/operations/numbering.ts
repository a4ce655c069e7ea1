import { dateInZone } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'
import type { WrittenRecord } from './written-record.ts'

export const isNumbered = (served: ServedModule): boolean =>
  [...served.module.fields.values()].some((field) => field.type.numbering !== undefined)

/** Gives running numbers to the fields that have them, each from its period's counter. */
export const numberedValues = async (
  caller: Caller,
  served: ServedModule,
  written: WrittenRecord,
): Promise<WrittenRecord> => {
  const fields = [...served.module.fields.values()].filter((field) => field.type.numbering !== undefined)
  if (fields.length === 0) return written
  const values = new Map(written.values)
  const day = dateInZone(caller.at ?? caller.now().toISOString(), caller.snapshot.model.app.timeZone)
  for (const field of fields) {
    const numbering = field.type.numbering?.(field)
    if (numbering === undefined) continue
    const [row] = await rows(
      caller.database,
      sql`insert into ${ident(caller.snapshot.workspace.schema, 'counter')} as c (field, period, value)
          values (${field.id}, ${numbering.period(day)}, 1)
          on conflict (field, period) do update set value = c.value + 1 returning value`,
    )
    values.set(field.name, numbering.format(Number(row?.[0] ?? 1), day))
  }
  return { ...written, values }
}
