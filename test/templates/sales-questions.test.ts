import { expect, it } from 'vitest'
import { amountOf, dayOf, linked, netOf, recordsOf, type SeedRecord, steps, valueOf } from './sales-seed.ts'
import { text } from './template-documents.ts'

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const linkedRef = (record: SeedRecord, field: string): string => linked(record, field)?.ref ?? ''

const opportunities = recordsOf('opportunity')
const open = opportunities.filter((deal) => !['won', 'lost'].includes(valueOf(deal, 'stage')))

it('tells the ten best customers apart from the rest', () => {
  const invoices = recordsOf('invoice').filter((invoice) => valueOf(invoice, 'status') !== 'draft')
  const byCustomer = [...grouped(invoices, (invoice) => linkedRef(invoice, 'account'))]
    .map(([account, own]) => ({ account, total: sum(own.map(netOf)) }))
    .toSorted((a, b) => b.total - a.total)
  const best = sum(byCustomer.slice(0, 10).map(({ total }) => total))
  expect(byCustomer.length).toBeGreaterThan(60)
  expect(best / sum(byCustomer.map(({ total }) => total))).toBeGreaterThan(0.2)
  expect(best / sum(byCustomer.map(({ total }) => total))).toBeLessThan(0.7)
  expect(new Set(byCustomer.slice(0, 10).map(({ total }) => Math.round(total))).size).toBe(10)
})

it('has deals that close this month, on whatever day of the month it is installed', () => {
  for (let gone = 0; gone < 28; gone += 1) {
    const closing = open.filter((deal) => {
      const day = dayOf(deal, 'closeDate') ?? 9999
      return day >= -gone && day <= 27 - gone
    })
    expect(closing.length, `${gone} days into the month`).toBeGreaterThanOrEqual(6)
    expect(new Set(closing.map((deal) => valueOf(deal, 'probability'))).size).toBeGreaterThanOrEqual(3)
    expect(sum(closing.map((deal) => amountOf(deal, 'amount')))).toBeGreaterThan(20_000)
  }
})

it('knows which accounts had no activity for 60 days', () => {
  const lastDays = new Map<string, number>()
  const times = { call: 'startsAt', meeting: 'startsAt', task: 'completedOn', note: 'notedOn' } as const
  for (const [module, field] of Object.entries(times)) {
    for (const activity of recordsOf(module).filter((one) =>
      ['held', 'completed', ''].includes(valueOf(one, 'status')),
    )) {
      const account = linkedRef(activity, 'account')
      lastDays.set(account, Math.max(lastDays.get(account) ?? -9999, dayOf(activity, field) ?? -9999))
    }
  }
  const active = recordsOf('account').filter(
    (account) =>
      valueOf(account, 'status') === 'active' &&
      ['customer', 'prospect', 'reseller'].includes(valueOf(account, 'type')),
  )
  const silent = active.filter(({ ref }) => (lastDays.get(ref) ?? -9999) < -60)
  expect(silent.length / active.length).toBeGreaterThan(0.12)
  expect(silent.length / active.length).toBeLessThan(0.45)
  expect(silent.filter((account) => valueOf(account, 'class') !== 'c').length).toBeGreaterThan(10)
})

it('shows that products are quoted and won to different degrees', () => {
  const decided = recordsOf('quote').filter((quote) =>
    ['accepted', 'rejected', 'expired'].includes(valueOf(quote, 'status')),
  )
  const rates = [...grouped(decided, (quote) => linkedRef(quote, 'product')).values()]
    .filter((quotes) => quotes.length >= 5)
    .map((quotes) => quotes.filter((quote) => valueOf(quote, 'status') === 'accepted').length / quotes.length)
  expect(rates.length).toBeGreaterThanOrEqual(12)
  expect(Math.max(...rates)).toBeGreaterThan(0.75)
  expect(Math.min(...rates)).toBeLessThan(0.5)
  expect(
    decided.filter((quote) => valueOf(quote, 'status') === 'rejected' && valueOf(quote, 'rejectionReason') === ''),
  ).toEqual([])
})

it('shows which campaigns bring leads that close', () => {
  const leads = recordsOf('lead').filter((lead) => linkedRef(lead, 'campaign') !== '')
  const rates = [...grouped(leads, (lead) => linkedRef(lead, 'campaign')).values()]
    .filter((own) => own.length >= 9)
    .map(
      (own) =>
        own.filter((lead) => valueOf(linked(lead, 'convertedOpportunity'), 'stage') === 'won').length / own.length,
    )
  expect(rates.length).toBeGreaterThanOrEqual(9)
  expect(Math.max(...rates)).toBeGreaterThan(0.2)
  expect(Math.min(...rates)).toBeLessThan(0.05)
  expect(rates.filter((rate) => rate > 0).length).toBeGreaterThanOrEqual(5)
})

it('joins every converted lead to its account, contact and opportunity', () => {
  const converted = recordsOf('lead').filter((lead) => valueOf(lead, 'status') === 'converted')
  expect(converted.length).toBeGreaterThan(60)
  const loose = converted.filter(
    (lead) =>
      linkedRef(lead, 'convertedAccount') === '' ||
      linkedRef(lead, 'convertedContact') === '' ||
      linked(linked(lead, 'convertedOpportunity'), 'account')?.ref !== linkedRef(lead, 'convertedAccount'),
  )
  expect(loose.map(({ ref }) => ref)).toEqual([])
})

it('takes longer to solve what is less urgent', () => {
  const solved = recordsOf('case').filter((one) => valueOf(one, 'resolutionHours') !== '')
  const groups = grouped(solved, (one) => valueOf(one, 'priority'))
  const means = ['urgent', 'high', 'medium', 'low'].map((priority) => {
    const hours = (groups.get(priority) ?? []).map((one) => Number(valueOf(one, 'resolutionHours')))
    expect(hours.length, priority).toBeGreaterThan(15)
    return sum(hours) / hours.length
  })
  expect(means).toEqual(means.toSorted((a, b) => a - b))
  const stillOpen = recordsOf('case').filter((one) =>
    ['new', 'inProgress', 'pendingCustomer', 'pendingSupplier'].includes(valueOf(one, 'status')),
  )
  expect(stillOpen.length).toBeGreaterThanOrEqual(10)
  expect(grouped(stillOpen, (one) => valueOf(one, 'priority')).size).toBeGreaterThanOrEqual(3)
})

it('has contracts that end next quarter, on whatever day of a quarter it is installed', () => {
  const ends = recordsOf('contract')
    .filter((one) => valueOf(one, 'status') === 'active')
    .map((one) => dayOf(one, 'endDate') ?? 9999)
  for (let gone = 0; gone < 92; gone += 1) {
    const next = ends.filter((day) => day > 91 - gone && day <= 181 - gone)
    expect(next.length, `${gone} days into the quarter`).toBeGreaterThanOrEqual(6)
  }
  expect(new Set(recordsOf('contract').map((one) => valueOf(one, 'status'))).size).toBeGreaterThanOrEqual(5)
})

it('has invoices that are overdue, some for long, and reminders of them', () => {
  const unpaid = recordsOf('invoice').filter((invoice) =>
    ['issued', 'partlyPaid', 'disputed'].includes(valueOf(invoice, 'status')),
  )
  const overdue = unpaid.filter((invoice) => (dayOf(invoice, 'dueDate') ?? 0) < 0)
  expect(overdue.length).toBeGreaterThanOrEqual(12)
  expect(overdue.length).toBeLessThan(unpaid.length)
  expect(new Set(overdue.map((invoice) => linkedRef(invoice, 'account'))).size).toBeGreaterThanOrEqual(8)
  expect(overdue.some((invoice) => (dayOf(invoice, 'dueDate') ?? 0) < -60)).toBe(true)
  expect(overdue.some((invoice) => Number(invoice.data['remindersSent'] ?? 0) > 1)).toBe(true)
})

it('spreads accounts and deals over the people', () => {
  for (const module of ['account', 'opportunity']) {
    const owned = [...grouped(recordsOf(module), ({ owner }) => owner).values()].filter((own) => own.length >= 10)
    expect(owned.length, module).toBeGreaterThanOrEqual(6)
  }
  expect(grouped(recordsOf('case'), ({ owner }) => owner).size).toBeGreaterThanOrEqual(2)
})

it('keeps what changed on accounts over the whole year', () => {
  const accounts = new Set(recordsOf('account').map(({ ref }) => ref))
  const changes = steps.filter(({ op, ref }) => op === 'update' && accounts.has(ref))
  for (let month = 1; month <= 12; month += 1) {
    const own = changes.filter(({ day }) => day >= -30 * month && day < -30 * (month - 1))
    expect(own.length, `month ${month} before today`).toBeGreaterThanOrEqual(8)
  }
  const often = [...grouped(changes, ({ ref }) => ref).values()].filter((own) => own.length >= 4)
  expect(often.length).toBeGreaterThanOrEqual(15)
})

it('lets most deals pass through stages, forward to their end', () => {
  const order = ['prospecting', 'qualification', 'analysis', 'proposal', 'negotiation', 'won', 'lost']
  const moves = grouped(
    steps.filter(({ ref, data }) => ref.startsWith('o') && typeof data['stage'] === 'string'),
    ({ ref }) => ref,
  )
  const paths = [...moves.values()].map((own) => own.map(({ data }) => order.indexOf(text(data['stage']))))
  expect(paths.filter((path) => path.some((stage, at) => at > 0 && stage <= (path[at - 1] ?? -1)))).toEqual([])
  expect(paths.filter((path) => path.length >= 4).length).toBeGreaterThan(120)
})
