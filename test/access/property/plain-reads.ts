import { aggregateRecords } from '../../../packages/runtime/src/operations/aggregate/aggregate-records.ts'
import { getRecord } from '../../../packages/runtime/src/operations/get-record.ts'
import { listRecords } from '../../../packages/runtime/src/operations/list-records.ts'
import {
  attempt,
  byField,
  cellOf,
  each,
  eachExpected,
  forModules,
  idsOf,
  living,
  page,
  plainRecord,
  pried,
  readable,
  type ReadPath,
  recordsOf,
  shown,
  sorted,
  unknownIf,
} from './read-case.ts'
import { moduleNames, type WorldRecord } from './world.ts'

/** Lists and records of a module by themselves. */
export const plainReads: readonly ReadPath[] = [
  {
    name: 'list',
    said: ({ caller }) =>
      forModules(async (module) => {
        const { records } = await listRecords(caller, { module, ...page })
        return sorted(records.map((record) => plainRecord(record, module)))
      }),
    expected: (one) =>
      moduleNames.map((module) =>
        readable(one, module, () => sorted(living(one, module).map((record) => shown(one, record, record.values)))),
      ),
  },
  {
    name: 'count',
    said: ({ caller }) =>
      forModules(
        async (module) => (await listRecords(caller, { module, limit: 1, count: 'exact' })).count?.value ?? null,
      ),
    expected: (one) => moduleNames.map((module) => readable(one, module, () => living(one, module).length)),
  },
  {
    name: 'get',
    said: ({ caller, world }) =>
      forModules((module) =>
        each(
          world.records.filter((record) => record.module === module).map(({ id }) => id),
          async (id) => plainRecord(await getRecord(caller, { module, id }), module),
        ),
      ),
    expected: (one) =>
      moduleNames.map((module) =>
        Object.fromEntries(
          recordsOf(one, module).map((record) => [
            record.id,
            readable(one, module, () =>
              record.deleted || !one.right.maySee(record) ? 'RECORD_UNKNOWN' : shown(one, record, record.values),
            ),
          ]),
        ),
      ),
  },
  {
    name: 'filter',
    said: (one) =>
      forModules((module) =>
        each(byField(module), async (field) =>
          idsOf(
            await listRecords(one.caller, {
              module,
              filter: { field, op: 'equals', value: pried(one, module, field) },
              ...page,
            }),
          ),
        ),
      ),
    expected: (one) =>
      moduleNames.map((module) =>
        eachExpected(byField(module), (field) =>
          readable(one, module, () =>
            unknownIf(one, [module, field], () => {
              const value = pried(one, module, field)
              if (value === 'nothing' && ['revenue', 'amount'].includes(field)) return 'QUERY_INVALID'
              return sorted(
                living(one, module).flatMap((record) => (cellOf(one, record, field) === value ? [record.id] : [])),
              )
            }),
          ),
        ),
      ),
  },
  {
    name: 'filter by what is empty',
    said: (one) =>
      forModules((module) =>
        each(byField(module), async (field) =>
          idsOf(await listRecords(one.caller, { module, filter: { field, op: 'isEmpty' }, ...page })),
        ),
      ),
    expected: (one) =>
      moduleNames.map((module) =>
        eachExpected(byField(module), (field) =>
          readable(one, module, () =>
            unknownIf(one, [module, field], () =>
              sorted(living(one, module).flatMap((record) => (cellOf(one, record, field) === null ? [record.id] : []))),
            ),
          ),
        ),
      ),
  },
  {
    name: 'sort',
    said: (one) =>
      forModules((module) =>
        each(byField(module), async (field) =>
          (await listRecords(one.caller, { module, sort: `-${field}`, ...page })).records.map(({ id }) => id),
        ),
      ),
    expected: (one) =>
      moduleNames.map((module) =>
        eachExpected(byField(module), (field) =>
          readable(one, module, () =>
            unknownIf(one, [module, field], () =>
              living(one, module)
                .map((record) => ({ id: record.id, cell: cellOf(one, record, field) }))
                .toSorted((a, b) => compareCells(b.cell, a.cell) || (a.id < b.id ? 1 : -1))
                .map(({ id }) => id),
            ),
          ),
        ),
      ),
  },
  {
    name: 'group and sum',
    said: (one) =>
      attempt(async () => {
        const answer = await aggregateRecords(one.caller, {
          module: 'account',
          body: {
            groupBy: [{ field: 'region' }],
            measures: [{ measure: 'sum', field: 'revenue', as: 'sum' }, { measure: 'count' }],
          },
          rows: {},
          limit: 100,
        })
        return sorted(answer.groups.map(({ keys, values }) => [...keys, ...values]))
      }),
    expected: (one) =>
      readable(one, 'account', () =>
        unknownIf(one, ['account', 'region'], () =>
          unknownIf(one, ['account', 'revenue'], () => {
            const groups = new Map<string | null, WorldRecord[]>()
            for (const record of living(one, 'account')) {
              const key = String(cellOf(one, record, 'region') ?? '')
              groups.set(key, [...(groups.get(key) ?? []), record])
            }
            return sorted(
              [...groups].map(([key, records]) => {
                const values = records.flatMap((record) => cellOf(one, record, 'revenue') ?? [])
                return [
                  key === '' ? null : key,
                  values.length === 0 ? null : values.reduce<number>((sum, value) => sum + Number(value), 0),
                  records.length,
                ]
              }),
            )
          }),
        ),
      ),
  },
]

const compareCells = (a: string | number | null, b: string | number | null): number => {
  if (a === b) return 0
  // Empty ones stand last, whatever the direction.
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}
