import { isList, isObject, type Json } from '@telar/metadata'
import { TelarError } from '../../../packages/runtime/src/errors.ts'
import { aggregateRecords } from '../../../packages/runtime/src/operations/aggregate/aggregate-records.ts'
import type { Caller } from '../../../packages/runtime/src/operations/caller.ts'
import { getRecordAsOf } from '../../../packages/runtime/src/operations/get-record-as-of.ts'
import { getRecord } from '../../../packages/runtime/src/operations/get-record.ts'
import { listLinked } from '../../../packages/runtime/src/operations/list-linked.ts'
import { listRecords } from '../../../packages/runtime/src/operations/list-records.ts'
import { recordHistory } from '../../../packages/runtime/src/operations/record-history.ts'
import { searchRecords } from '../../../packages/runtime/src/operations/search-records.ts'
import { visibleChanges } from '../../../packages/runtime/src/operations/visible-changes.ts'
import type { Reference } from './reference.ts'
import { between } from './world-rows.ts'
import {
  linkFields,
  linkTargets,
  type ModuleName,
  moduleNames,
  plainFields,
  type World,
  type WorldRecord,
} from './world.ts'

export interface ReadCase {
  readonly caller: Caller
  readonly world: World
  readonly right: Reference
  /** What would be right in another world. */
  readonly rightIn: (world: World) => Reference
}

/** One way to read: what the server says and what should be said, in the same plain form. */
export interface ReadPath {
  readonly name: string
  readonly said: (one: ReadCase) => Promise<Json>
  readonly expected: (one: ReadCase) => Json
}

/** The answer, or the code of the refusal. */
const attempt = async (work: () => Promise<Json>): Promise<Json> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TelarError) return error.code
    throw error
  }
}

const forModules = async (work: (module: ModuleName) => Promise<Json>): Promise<Json> => {
  const answers: Json[] = []
  for (const module of moduleNames) answers.push(await attempt(() => work(module)))
  return answers
}

const page = { limit: 100, count: 'none' } as const

const living = ({ world, right }: ReadCase, module: ModuleName): readonly WorldRecord[] =>
  world.records.filter((record) => record.module === module && !record.deleted && right.maySee(record))

const readable = ({ right }: ReadCase, module: ModuleName, answer: () => Json): Json =>
  right.mayRead(module) ? answer() : 'FORBIDDEN'

const recordsOf = (one: ReadCase, module: ModuleName): readonly WorldRecord[] =>
  one.world.records.filter((record) => record.module === module)

/** What of a record is shown: known fields only, empty where the cell is not granted; links with the label that is granted. */
const shown = (one: ReadCase, record: WorldRecord, values: WorldRecord['values']): Json => {
  const { right } = one
  const cell = (field: string): Json => (right.seesCell(record, field) ? (values[field] ?? null) : null)
  const plain = plainFields[record.module].filter((field) => right.knows(record.module, field))
  const links = linkFields[record.module].filter((field) => right.knows(record.module, field))
  return Object.fromEntries([
    ['id', record.id] as const,
    ...plain.map((field) => [field, cell(field)] as const),
    ...links.map((field) => {
      const id = cell(field)
      return [
        field,
        typeof id === 'string' ? { id, label: labelSeen(one, id, values === record.earlier) } : null,
      ] as const
    }),
  ])
}

/** The label of a linked record: what it is (or was) called, nothing where its name is hidden, null where it is not to be seen. */
const labelSeen = ({ world, right }: ReadCase, id: string, earlier: boolean): string | null => {
  const target = world.records.find((record) => record.id === id)
  if (target === undefined || !right.maySee(target)) return null
  const values = earlier ? target.earlier : target.values
  const fields = target.module === 'deal' ? ['name', 'serial'] : ['name']
  if (!fields.every((field) => right.seesCell(target, field))) return ''
  return fields
    .map((field) => values[field])
    .filter((value) => value !== null)
    .join(' ')
}

const plainRecord = (record: Readonly<Record<string, Json>>, module: ModuleName): Json =>
  Object.fromEntries(
    ['id', ...plainFields[module], ...linkFields[module]].flatMap((name) =>
      name in record ? [[name, record[name] ?? null] as const] : [],
    ),
  )

const sorted = (records: readonly Json[]): Json =>
  records.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const byField = (module: ModuleName): readonly string[] => plainFields[module]

const unknownIf = (one: ReadCase, module: ModuleName, field: string, answer: () => Json): Json =>
  one.right.knows(module, field) ? answer() : 'QUERY_INVALID'

const each = async (fields: readonly string[], work: (field: string) => Promise<Json>): Promise<Json> => {
  const answers: (readonly [string, Json])[] = []
  for (const field of fields) answers.push([field, await attempt(() => work(field))])
  return Object.fromEntries(answers)
}

const eachExpected = (fields: readonly string[], work: (field: string) => Json): Json =>
  Object.fromEntries(fields.map((field) => [field, work(field)]))

/** A value that some record has in the field, seen or not: the one a prying reader would try. */
const pried = (one: ReadCase, module: ModuleName, field: string): Json =>
  recordsOf(one, module).find(({ values }) => values[field] !== null)?.values[field] ?? 'nothing'

const cellOf = ({ right }: ReadCase, record: WorldRecord, field: string): string | number | null =>
  right.seesCell(record, field) ? (record.values[field] ?? null) : null

const idsOf = (list: { readonly records: readonly { readonly id: string }[] }): Json =>
  sorted(list.records.map(({ id }) => id))

/** Every path by which records are read. */
export const readPaths: readonly ReadPath[] = [
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
            unknownIf(one, module, field, () => {
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
            unknownIf(one, module, field, () =>
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
            unknownIf(one, module, field, () =>
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
        unknownIf(one, 'account', 'region', () =>
          unknownIf(one, 'account', 'revenue', () => {
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
  {
    name: 'filter through a link',
    said: ({ caller }) =>
      attempt(async () =>
        idsOf(
          await listRecords(caller, {
            module: 'deal',
            filter: { field: 'account.region', op: 'equals', value: 'north' },
            ...page,
          }),
        ),
      ),
    expected: (one) =>
      readable(one, 'deal', () =>
        unknownIf(one, 'deal', 'account', () => {
          if (!one.right.mayRead('account') || !one.right.knows('account', 'region')) return 'QUERY_INVALID'
          return sorted(
            living(one, 'deal').flatMap((deal) => {
              const account = living(one, 'account').find(({ id }) => id === cellOf(one, deal, 'account'))
              return account !== undefined && cellOf(one, account, 'region') === 'north' ? [deal.id] : []
            }),
          )
        }),
      ),
  },
  {
    name: 'filter by what others have',
    said: ({ caller }) =>
      attempt(async () =>
        idsOf(
          await listRecords(caller, {
            module: 'account',
            filter: { some: 'deals', where: { field: 'stage', op: 'equals', value: 'won' } },
            ...page,
          }),
        ),
      ),
    expected: (one) =>
      readable(one, 'account', () => {
        if (!one.right.mayRead('deal') || !one.right.knows('deal', 'account') || !one.right.knows('deal', 'stage'))
          return 'QUERY_INVALID'
        return sorted(
          living(one, 'account').flatMap((account) =>
            living(one, 'deal').some(
              (deal) => cellOf(one, deal, 'account') === account.id && cellOf(one, deal, 'stage') === 'won',
            )
              ? [account.id]
              : [],
          ),
        )
      }),
  },
  {
    name: 'related lists',
    said: ({ caller, world }) =>
      each(
        ['deals', 'children', 'partnerDeals'].flatMap((link) =>
          world.records.flatMap(({ module, id }) => (module === 'account' ? [`${link} ${id}`] : [])),
        ),
        async (key) => {
          const [link = '', id = ''] = key.split(' ')
          return idsOf(await listLinked(caller, { module: 'account', id, link, list: page }))
        },
      ),
    expected: (one) =>
      Object.fromEntries(
        (['deals', 'children', 'partnerDeals'] as const).flatMap((link) =>
          recordsOf(one, 'account').map((account) => [`${link} ${account.id}`, linkedTo(one, link, account)]),
        ),
      ),
  },
  {
    name: 'search',
    said: (one) =>
      attempt(async () => {
        const found: Json[] = []
        for (const q of searched(one))
          found.push([
            q,
            sorted(
              (await searchRecords(one.caller, { q, limit: 50 }))
                .filter(({ label: _label, ...hit }) => one.world.records.some(({ id }) => id === hit.id))
                .map(({ id, label }) => [id, label]),
            ),
          ])
        return found
      }),
    expected: (one) => searched(one).map((q) => [q, sorted(foundBy(one, q))]),
  },
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
            ...(sorted(
              changes.filter(({ field }) => field !== 'ownerId' && field !== 'teamId').map(({ field }) => field),
            ) as readonly Json[]),
          ]) // oxlint-disable-line no-unsafe-type-assertion -- sorted gives a list
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

const compareCells = (a: string | number | null, b: string | number | null): number => {
  if (a === b) return 0
  // Empty ones stand last, whatever the direction.
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

const linkedTo = (one: ReadCase, link: 'deals' | 'children' | 'partnerDeals', account: WorldRecord): Json => {
  const { right } = one
  if (!right.mayRead('account')) return 'FORBIDDEN'
  if (!right.maySee(account)) return 'RECORD_UNKNOWN'
  const [module, field] =
    link === 'deals'
      ? (['deal', 'account'] as const)
      : link === 'children'
        ? (['account', 'parent'] as const)
        : (['deal', 'partners'] as const)
  if (!right.mayRead(module) || !right.knows(module, field)) return 'LINK_UNKNOWN'
  return sorted(
    living(one, module).flatMap((record) => {
      const isLinked =
        field === 'partners'
          ? right.seesCell(record, 'partners') &&
            one.world.partners.some(({ from, to }) => from === record.id && to === account.id)
          : cellOf(one, record, field) === account.id
      return isLinked ? [record.id] : []
    }),
  )
}

const searched = ({ world }: ReadCase): readonly string[] =>
  world.records.slice(0, 6).flatMap(({ values }) => {
    const texts = [values['secret'], values['serial'], values['wording']].filter((value) => typeof value === 'string')
    return [...texts, ...(typeof values['name'] === 'string' ? [values['name']] : [])]
  })

/** A record is found by its texts where all of them may be seen, else by its name alone, if that may. */
const foundBy = (one: ReadCase, q: string): readonly Json[] =>
  moduleNames.flatMap((module) =>
    (one.right.mayRead(module) ? living(one, module) : []).flatMap((record) => {
      const texts = plainFields[module].filter(
        (field) => typeof record.values[field] === 'string' || record.values[field] === null,
      )
      const isOpen = textFields[module].every((field) => one.right.seesCell(record, field))
      const label = labelSeen(one, record.id, false) ?? ''
      const found = isOpen
        ? texts.some((field) => record.values[field] === q)
        : label.toLowerCase().includes(q.toLowerCase())
      return found || label.toLowerCase().includes(q.toLowerCase()) ? [[record.id, label]] : []
    }),
  )

const textFields = {
  account: ['name', 'region', 'secret'],
  deal: ['name', 'serial', 'stage'],
  note: ['name', 'wording'],
} as const satisfies Record<ModuleName, readonly string[]>

const historyOf = (one: ReadCase, record: WorldRecord): Json => {
  const { right } = one
  const fields = [...plainFields[record.module], ...linkFields[record.module]].filter((field) =>
    right.seesCell(record, field),
  )
  const made = fields.filter((field) => record.earlier[field] !== null)
  const changed = fields.filter((field) => record.earlier[field] !== record.values[field])
  const list = (op: string, names: readonly string[]): Json => {
    const names_ = sorted(names)
    return [op, ...(isList(names_) ? names_ : [])]
  }
  return [list('update', changed), list('create', made)]
}

/** Whether an answer names something hidden: for whole documents such as the model. */
export const mentionsWord = (value: Json, word: string): boolean =>
  isObject(value)
    ? Object.entries(value).some(([key, item]) => key === word || mentionsWord(item, word))
    : isList(value)
      ? value.some((item) => mentionsWord(item, word))
      : value === word || (typeof value === 'string' && value.split(/\W/).includes(word))
