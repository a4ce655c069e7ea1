import type { Json } from '@telar/metadata'
import { getRecordAsOf } from '../../../packages/runtime/src/operations/get-record-as-of.ts'
import { listRecords } from '../../../packages/runtime/src/operations/list-records.ts'
import { recordHistory } from '../../../packages/runtime/src/operations/record-history.ts'
import { visibleChanges } from '../../../packages/runtime/src/operations/visible-changes.ts'
import {
  attempt,
  each,
  forModules,
  idsOf,
  page,
  plainRecord,
  readable,
  type ReadCase,
  type ReadPath,
  recordsOf,
  shown,
  sorted,
} from './read-case.ts'
import { between } from './world-rows.ts'
import { linkFields, type ModuleName, moduleNames, plainFields, type WorldRecord } from './world.ts'

/** What was, and what becomes. */
export const pastReads: readonly ReadPath[] = [
  {
    name: 'as of a time',
    said: ({ caller }) =>
      forModules(async (module) => {
        const { records } = await listRecords(caller, { module, asOf: between, ...page })
        return sorted(records.map((record) => plainRecord(record, module)))
      }),
    expected: (one) =>
      moduleNames.map((module) =>
        readable(one, module, () =>
          sorted(
            recordsOf(one, module)
              .filter((record) => one.right.maySee(record))
              .map((record) => shown(one, record, record.earlier)),
          ),
        ),
      ),
  },
  {
    name: 'a filter on what was',
    said: ({ caller }) =>
      attempt(async () =>
        idsOf(
          await listRecords(caller, {
            module: 'deal',
            asOf: between,
            filter: { field: 'account.region', op: 'equals', value: 'north' },
            ...page,
          }),
        ),
      ),
    expected: (one) =>
      readable(one, 'deal', () => {
        const { right } = one
        if (!right.knows('deal', 'account') || !right.mayRead('account') || !right.knows('account', 'region'))
          return 'QUERY_INVALID'
        return sorted(
          recordsOf(one, 'deal').flatMap((deal) => {
            const linked = right.maySee(deal) && right.seesCell(deal, 'account') ? deal.earlier['account'] : null
            const account = recordsOf(one, 'account').find(({ id }) => id === linked)
            return account !== undefined &&
              right.maySee(account) &&
              right.seesCell(account, 'region') &&
              account.earlier['region'] === 'north'
              ? [deal.id]
              : []
          }),
        )
      }),
  },
  {
    name: 'what was deleted',
    said: ({ caller }) =>
      forModules(async (module) => idsOf(await listRecords(caller, { module, deleted: true, ...page }))),
    expected: (one) =>
      moduleNames.map((module) =>
        readable(one, module, () =>
          sorted(
            recordsOf(one, module).flatMap((record) => (record.deleted && one.right.maySee(record) ? [record.id] : [])),
          ),
        ),
      ),
  },
  {
    name: 'one as of a time',
    said: ({ caller, world }) =>
      each(
        world.records.map(({ id, module }) => `${module} ${id}`),
        async (key) => {
          const [module = '', id = ''] = key.split(' ')
          return plainRecord(await getRecordAsOf(caller, { module, id, asOf: between }), module as ModuleName) // oxlint-disable-line no-unsafe-type-assertion -- one of the world's modules
        },
      ),
    expected: (one) =>
      Object.fromEntries(
        one.world.records.map((record) => [
          `${record.module} ${record.id}`,
          readable(one, record.module, () =>
            one.right.maySee(record) ? shown(one, record, record.earlier) : 'RECORD_UNKNOWN',
          ),
        ]),
      ),
  },
  {
    name: 'history',
    said: ({ caller, world }) =>
      each(
        world.records.map(({ id, module }) => `${module} ${id}`),
        async (key) => {
          const [module = '', id = ''] = key.split(' ')
          const { entries } = await recordHistory(caller, { module, id, limit: 10 })
          return entries.map(({ op, changes }) => [
            op,
            ...sorted(
              changes.filter(({ field }) => field !== 'ownerId' && field !== 'teamId').map(({ field }) => field),
            ),
          ])
        },
      ),
    expected: (one) =>
      Object.fromEntries(
        one.world.records.map((record) => [
          `${record.module} ${record.id}`,
          readable(one, record.module, () => (one.right.maySee(record) ? historyOf(one, record) : 'RECORD_UNKNOWN')),
        ]),
      ),
  },
  {
    name: 'events',
    said: async ({ caller, world }) => {
      const changes = world.records.map(({ id, module }) => ({
        place: { tx: '1', id: '1' },
        module: caller.snapshot.model.modules.get(module)?.id ?? '',
        record: id,
        version: 2,
        op: 'update',
        operation: id,
        actor: null,
      }))
      const visible = await visibleChanges(caller, changes)
      return sorted(visible.map(({ change }) => change.record))
    },
    expected: ({ world, right }) =>
      sorted(
        world.records.filter((record) => right.mayRead(record.module) && right.maySee(record)).map(({ id }) => id),
      ),
  },
]

const historyOf = (one: ReadCase, record: WorldRecord): Json => {
  const { right } = one
  const fields = [...plainFields[record.module], ...linkFields[record.module]].filter((field) =>
    right.seesCell(record, field),
  )
  const made = fields.filter((field) => record.earlier[field] !== null)
  const changed = fields.filter((field) => record.earlier[field] !== record.values[field])
  const list = (op: string, names: readonly string[]): Json => [op, ...sorted(names)]
  return [list('update', changed), list('create', made)]
}
