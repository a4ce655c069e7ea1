import { priceOn } from './catalogue.ts'
import type { Deal } from './deal.ts'
import { type Data, date, hasHappened, later, member, type Moment, ref } from './history.ts'
import { roles } from './lists/members.ts'
import { productOf, type Solution } from './lists/products.ts'
import { type Line, percent, totalsOf, writtenLines } from './money.ts'
import type { Random } from './random.ts'
import { type Account, type Contact, loadDay, type World } from './world.ts'

/** What is offered for a deal and what becomes of it. */
export interface Offer {
  /** Cents without tax, before anything was offered. */
  readonly net: number
  readonly now: () => { readonly net: number; readonly lines: readonly Line[]; readonly quote: string | null }
  readonly send: (at: Moment) => void
  /** A second quote with a better price takes the place of the first. */
  readonly improve: (at: Moment) => void
  readonly accept: (at: Moment) => void
  readonly refuse: (at: Moment, reason: string) => void
}

interface Order {
  readonly deal: Deal
  readonly solution: Solution
  readonly random: Random
}

export const openOffer = (world: World, order: Order): Offer => {
  const { deal, random } = order
  const quantity = quantityFor(order)
  let discount = Math.max(deal.account.discount, random.pick([0, 0, 3, 5]))
  let quote: string | null = null
  let revision = 1
  const lines = (day: number): readonly Line[] => linesOf(order.solution, { quantity, discount, day })
  let current = lines(deal.begins.day)
  const issue = (at: Moment, previous: string | null): void => {
    const when = at.day < loadDay + 3 ? { day: loadDay + 3, minute: at.minute } : at
    current = lines(at.day)
    quote = addQuote(world, { ...order, at: when, issued: at.day, lines: current, revision, previous, discount })
  }
  const ensureSent = (at: Moment): void => {
    if (quote === null) issue(at, null)
  }
  return {
    net: totalsOf(current).net,
    now: () => ({ net: totalsOf(current).net, lines: current, quote }),
    send: (at) => issue(at, null),
    improve: (at) => {
      const previous = quote
      discount += random.pick([2, 3, 5])
      revision += 1
      issue(at, previous)
      if (previous !== null)
        world.history.update(previous, { at: later(at, 6), by: deal.account.owner, data: { status: 'replaced' } })
    },
    accept: (at) => {
      ensureSent(later(at, -1440 * 3))
      if (quote !== null)
        world.history.update(quote, {
          at,
          by: deal.account.owner,
          data: { status: 'accepted', decidedOn: date(at.day) },
        })
    },
    refuse: (at, reason) => {
      if (quote === null) return
      const isSilence = reason === 'noDecision' || (reason === 'timing' && random.chance(0.5))
      const data = isSilence
        ? { status: 'expired' }
        : { status: 'rejected', decidedOn: date(at.day), rejectionReason: reason }
      world.history.update(quote, { at: later(at, -5), by: deal.account.owner, data })
    },
  }
}

const quantityFor = ({ deal, solution, random }: Order): number => {
  const [low, high] = solution.quantity
  const size = deal.account.rank === 'a' ? 1 : deal.account.rank === 'b' ? 0.6 : 0.35
  const wanted = low + (high - low) * size * random.next() ** 1.5
  return wanted > 300 ? Math.round(wanted / 100) * 100 : Math.max(1, Math.round(wanted))
}

const linesOf = (
  solution: Solution,
  { quantity, discount, day }: { readonly quantity: number; readonly discount: number; readonly day: number },
): readonly Line[] =>
  [[solution.product, 1] as const, ...solution.extras].map(([name, ratio], index) =>
    lineOf(name, { quantity: index === 0 ? quantity : Math.max(1, Math.round(quantity * ratio)), discount, day }),
  )

export const lineOf = (
  name: string,
  { quantity, discount, day }: { readonly quantity: number; readonly discount: number; readonly day: number },
): Line => {
  const product = productOf(name)
  return {
    product: name,
    description: product.name,
    quantity,
    unitPrice: priceOn(name, day),
    discount: product.type === 'service' ? 0 : Math.min(discount, product.maximumDiscount + 2),
    taxRate: 21,
  }
}

export interface Quote {
  readonly deal: { readonly ref?: string; readonly account: Account; readonly contact: Contact | undefined }
  readonly solution: Pick<Solution, 'title' | 'product'>
  readonly at: Moment
  readonly issued: number
  readonly lines: readonly Line[]
  readonly revision: number
  readonly previous: string | null
  readonly discount: number
}

/** Sent on the day it is written; its number and totals are the CRM's business. */
export const addQuote = (world: World, quote: Quote): string => {
  const { account, contact } = quote.deal
  const name = world.newRef('q')
  const main = productOf(quote.solution.product)
  const hasAssembly = quote.lines.some(({ product }) => product === 'sermon')
  world.history.create('quote', {
    ref: name,
    at: quote.at,
    by: account.owner,
    data: {
      subject: quote.revision > 1 ? `${quote.solution.title} (revisión ${quote.revision})` : quote.solution.title,
      account: ref(account.ref),
      contact: contact === undefined ? null : ref(contact.ref),
      opportunity: quote.deal.ref === undefined ? null : ref(quote.deal.ref),
      status: isFresh(quote.at) ? 'draft' : 'sent',
      issuedOn: date(quote.issued),
      validUntil: date(quote.issued + 30),
      product: ref(quote.solution.product),
      lines: writtenLines(quote.lines),
      paymentTerms: account.terms,
      paymentMethod: account.method === 'transfer' ? null : account.method,
      deliveryTerms: hasAssembly ? 'deliveredAssembled' : null,
      deliveryTime: main.leadTime === 0 ? null : weeks(main.leadTime),
      ...approvalOf(quote, main.maximumDiscount),
      revision: quote.revision === 1 ? null : quote.revision,
      previous: quote.previous === null ? null : ref(quote.previous),
    },
  })
  return name
}

/** A discount beyond what a seller may give is approved by the director. */
const approvalOf = ({ discount, issued }: Quote, limit: number): Data =>
  discount > limit
    ? {
        approver: member(roles.director),
        approvedOn: date(issued),
        internalNotes: `Descuento del ${percent(discount)} % autorizado por dirección comercial.`,
      }
    : {}

const weeks = (days: number): string =>
  days < 11 ? 'Una semana desde el pedido' : `${Math.round(days / 7)} semanas desde el pedido`

/** What was written in the last days is not sent yet. */
const isFresh = (at: Moment): boolean => at.day >= -4 && hasHappened(at)
