import { addNote, addTask } from './activities.ts'
import { date, hasHappened, later, type Moment, member, ref } from './history.ts'
import { addInvoice } from './invoices.ts'
import { euros, money } from './money.ts'
import type { Sale } from './opportunities.ts'
import { type Account, type Contact, loadDay, mainContact, onDay, type World } from './world.ts'

interface Agreement {
  readonly account: Account
  readonly contact: Contact | undefined
  readonly type: string
  /** First day; may lie before the year. */
  readonly start: number
  readonly months: number
  /** Cents a year. */
  readonly yearly: number
  readonly product: string
  readonly opportunity?: string
  readonly renews?: string
}

const kinds = [
  { type: 'maintenance', product: 'serman', yearly: [1800, 9500], period: 'quarterly', weight: 34 },
  { type: 'inspection', product: 'serins', yearly: [690, 2800], period: 'yearly', weight: 30 },
  { type: 'software', product: 'sofwms', yearly: [3480, 10800], period: 'quarterly', weight: 20 },
  { type: 'supply', product: 'caj600', yearly: [6000, 32000], period: 'quarterly', weight: 10 },
  { type: 'framework', product: 'pal090', yearly: [15000, 90000], period: 'once', weight: 6 },
] as const

const kindOf = (type: string): (typeof kinds)[number] => kinds.find((kind) => kind.type === type) ?? kinds[0]

const titles: Readonly<Record<string, string>> = {
  maintenance: 'Mantenimiento preventivo',
  inspection: 'Inspección anual de estanterías',
  software: 'Suscripción a Valdora Almacén',
  supply: 'Suministro de cajas y palés',
  framework: 'Acuerdo marco de suministro',
}

/** Contracts that ran when the year began, and what became of each. */
export const tellOpeningContracts = (world: World): void => {
  const random = world.randomFor('openingContracts')
  const customers = world.accounts.filter((account) => account.type === 'customer' && account.created.day <= loadDay)
  for (const account of random.some(customers, 66)) {
    const kind = random.weighted(kinds.map((one) => [one, one.weight] as const))
    const months = random.pick([12, 12, 24, 36])
    const days = daysOf(months)
    const [low, high] = kind.yearly
    const agreement = {
      account,
      contact: mainContact(account, random),
      type: kind.type,
      start: random.between(loadDay - days + 10, loadDay - 5),
      months,
      yearly: euros(random.between(low, high)),
      product: kind.product,
    }
    addContract(world, agreement, onDay(loadDay + 2, random))
  }
}

/** The contract that a sale of a service ends in. */
export const contractOfSale = (world: World, { deal, solution, at, offer }: Sale): void => {
  if (solution.contract === undefined) return
  const random = world.randomFor(`contract/${deal.ref}`)
  const months = random.pick([12, 12, 24])
  const agreement = {
    account: deal.account,
    contact: deal.contact,
    type: solution.contract,
    start: at.day + random.between(4, 15),
    months,
    yearly: Math.min(offer.now().net, 1_800_000),
    product: solution.product,
    opportunity: deal.ref,
  }
  addContract(world, agreement, later(at, 60))
}

const daysOf = (months: number): number => Math.round(months * 30.4375)

const addContract = (world: World, agreement: Agreement, at: Moment): void => {
  if (!hasHappened(at)) return
  const name = world.newRef('k')
  const random = world.randomFor(`contract/${name}`)
  const { account, type, start, months, yearly } = agreement
  const end = start + daysOf(months)
  const seller = account.owner
  const isSigned = start < 0
  world.history.create('contract', {
    ref: name,
    at,
    by: seller,
    data: {
      name: `${titles[type] ?? 'Contrato'}, ${account.name}`,
      account: ref(account.ref),
      contact: agreement.contact === undefined ? null : ref(agreement.contact.ref),
      opportunity: agreement.opportunity === undefined ? null : ref(agreement.opportunity),
      type,
      status: isSigned ? 'active' : 'inApproval',
      startDate: date(start),
      endDate: date(end),
      signedOn: isSigned ? date(Math.min(at.day, start - random.between(1, 9))) : null,
      value: money(Math.round((yearly * months) / 12)),
      yearlyValue: money(yearly),
      billingPeriod: kindOf(type).period,
      renewal: random.pick(['automatic', 'byAgreement', 'byAgreement', 'none']),
      noticeDays: random.pick([30, 30, 60]),
      reviewOn: date(end - 60),
      supportLevel: ['maintenance', 'inspection', 'software'].includes(type)
        ? random.pick(['standard', 'priority', 'premium'])
        : null,
      product: ref(agreement.product),
      renewedFrom: agreement.renews === undefined ? null : ref(agreement.renews),
      renewalManager: member(seller),
      ownerId: member(seller),
    },
  })
  billPeriods(world, { name, agreement, end })
  endContract(world, { name, agreement, end })
}

interface Running {
  readonly name: string
  readonly agreement: Agreement
  readonly end: number
}

const billPeriods = (world: World, { name, agreement, end }: Running): void => {
  const { account, contact, type, start, yearly, product } = agreement
  const { period } = kindOf(type)
  if (period === 'once') return
  const step = period === 'yearly' ? 365 : 91
  const cents = Math.round(yearly / (period === 'yearly' ? 1 : 4))
  for (let day = start; day < end - 5; day += step) {
    if (day <= loadDay + 3) continue
    const description = `${titles[type] ?? 'Cuota'}, ${period === 'yearly' ? 'cuota anual' : 'cuota trimestral'}`
    const line = { product, description, quantity: 1, unitPrice: cents, discount: 0, taxRate: 21 }
    addInvoice(world, { account, contact, subject: description, day, lines: [line], product, contract: name })
  }
}

/** Near its end a contract is renewed, runs out or is given up; some are given up before. */
const endContract = (world: World, { name, agreement, end }: Running): void => {
  const random = world.randomFor(`end/${name}`)
  const { account } = agreement
  const by = account.owner
  if (end > loadDay + 80)
    addTask(world, { at: onDay(end - 60, random), by, account, contact: agreement.contact, days: 14, type: 'followUp' })
  if (random.chance(0.03))
    return giveUp(world, { name, agreement, end: Math.max(loadDay + 20, end - random.between(60, 200)) })
  const at = onDay(Math.max(loadDay + 10, end - random.between(2, 20)), random)
  const fate = random.weighted([
    ['renewed', 68],
    ['expired', 20],
    ['terminated', 12],
  ])
  if (fate === 'terminated') return giveUp(world, { name, agreement, end })
  if (fate === 'expired')
    return world.history.update(name, { at: onDay(end + 1, random), by, data: { status: 'expired' } })
  world.history.update(name, { at, by, data: { status: 'renewed' } })
  addNote(world, { at: later(at, 20), by, account, contact: agreement.contact })
  return addContract(
    world,
    { ...agreement, start: end + 1, months: 12, yearly: Math.round(agreement.yearly * 1.03), renews: name },
    later(at, 45),
  )
}

const giveUp = (world: World, { name, agreement, end }: Running): void => {
  const random = world.randomFor(`giveUp/${name}`)
  const at = onDay(end, random)
  world.history.update(name, {
    at,
    by: agreement.account.owner,
    data: {
      status: 'terminated',
      terminatedOn: date(at.day),
      terminationReason: random.pick([
        'Cierran el almacén.',
        'Lo hacen con personal propio.',
        'Cambian de proveedor por precio.',
        'Venden los equipos.',
      ]),
    },
  })
}
