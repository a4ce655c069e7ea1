import type { Json } from '@telar/metadata'
import { listLinked } from '../../../packages/runtime/src/operations/list-linked.ts'
import { listRecords } from '../../../packages/runtime/src/operations/list-records.ts'
import { searchRecords } from '../../../packages/runtime/src/operations/search-records.ts'
import {
  attempt,
  cellOf,
  each,
  idsOf,
  labelSeen,
  living,
  page,
  readable,
  type ReadCase,
  type ReadPath,
  recordsOf,
  sorted,
  unknownIf,
} from './read-case.ts'
import { type ModuleName, moduleNames, plainFields, type WorldRecord } from './world.ts'

/** What leads from one module to others, and what is found in all of them. */
export const linkedReads: readonly ReadPath[] = [
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
        unknownIf(one, ['deal', 'account'], () => {
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
    name: 'fields of linked records',
    said: ({ caller }) =>
      attempt(async () => {
        const fields = new Set(['account.region', 'account.parent.secret'])
        const { records } = await listRecords(caller, { module: 'deal', fields, ...page })
        return sorted(
          records.map((record) => [
            record.id,
            record['account.region'] ?? null,
            record['account.parent.secret'] ?? null,
          ]),
        )
      }),
    expected: (one) =>
      readable(one, 'deal', () => {
        const paths = [
          ['deal', 'account'],
          ['account', 'region'],
          ['account', 'parent'],
          ['account', 'secret'],
        ] as const
        if (paths.some(([module, field]) => !one.right.mayRead(module) || !one.right.knows(module, field)))
          return 'QUERY_INVALID'
        const accountAt = (id: string | number | null): WorldRecord | undefined =>
          living(one, 'account').find((account) => account.id === id)
        return sorted(
          living(one, 'deal').map((deal) => {
            const account = accountAt(cellOf(one, deal, 'account'))
            const parent = account === undefined ? undefined : accountAt(cellOf(one, account, 'parent'))
            return [
              deal.id,
              account === undefined ? null : cellOf(one, account, 'region'),
              parent === undefined ? null : cellOf(one, parent, 'secret'),
            ]
          }),
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
    name: 'words in a list',
    said: (one) =>
      each(searched(one), async (q) => idsOf(await listRecords(one.caller, { module: 'deal', q, ...page }))),
    expected: (one) =>
      Object.fromEntries(
        searched(one).map((q) => [
          q,
          readable(one, 'deal', () =>
            sorted(
              foundBy(one, q).flatMap(([id = null]) =>
                recordsOf(one, 'deal').some((deal) => deal.id === id) ? [id] : [],
              ),
            ),
          ),
        ]),
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
]

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
const foundBy = (one: ReadCase, q: string): readonly (readonly string[])[] =>
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
