import { addCall } from './activities.ts'
import { type Data, date, hasHappened, later, type Moment, member, ref } from './history.ts'
import { roles } from './lists/members.ts'
import { type Line, money, totalsOf, writtenLines } from './money.ts'
import type { Sale } from './opportunities.ts'
import { addQuote, lineOf } from './quotes.ts'
import { type Account, type Contact, mainContact, onDay, paymentDays, type World } from './world.ts'

export interface Bill {
  readonly account: Account
  readonly contact: Contact | undefined
  readonly subject: string
  readonly day: number
  readonly lines: readonly Line[]
  readonly product: string
  readonly quote?: string | null
  readonly contract?: string
}

/** Projects are paid in two parts, the rest at once. */
export const billSale = (world: World, { deal, solution, at, offer }: Sale): void => {
  const random = world.randomFor(`bill/${deal.ref}`)
  const { net, lines, quote } = offer.now()
  const bill = { account: deal.account, contact: deal.contact, product: solution.product, quote }
  if (net < 900_000) {
    addInvoice(world, { ...bill, subject: solution.title, day: at.day + random.between(4, 20), lines })
    return
  }
  const first = Math.round(net * 0.3)
  const parts = [
    { label: 'Anticipo', text: 'Anticipo del 30 % a la aceptación', cents: first, wait: random.between(1, 3) },
    {
      label: 'Liquidación',
      text: 'Resto a la entrega de la instalación',
      cents: net - first,
      wait: random.between(28, 62),
    },
  ]
  for (const { label, text, cents, wait } of parts) {
    const line = {
      product: solution.product,
      description: text,
      quantity: 1,
      unitPrice: cents,
      discount: 0,
      taxRate: 21,
    }
    addInvoice(world, { ...bill, subject: `${label}: ${solution.title}`, day: at.day + wait, lines: [line] })
  }
}

/** An invoice and how it is paid: in time, late, in part, after a dispute or not yet. */
export const addInvoice = (world: World, bill: Bill): void => {
  const { account } = bill
  const name = world.newRef('i')
  const random = world.randomFor(`invoice/${name}`)
  const at = onDay(bill.day, random)
  if (!hasHappened(at)) return
  const due = bill.day + paymentDays[account.terms]
  const { total } = totalsOf(bill.lines)
  world.history.create('invoice', {
    ref: name,
    at,
    by: roles.finance,
    data: {
      subject: bill.subject,
      account: ref(account.ref),
      contact: bill.contact === undefined ? null : ref(bill.contact.ref),
      quote: bill.quote === undefined || bill.quote === null ? null : ref(bill.quote),
      contract: bill.contract === undefined ? null : ref(bill.contract),
      status: bill.day >= -2 ? 'draft' : 'issued',
      issuedOn: date(bill.day),
      dueDate: date(due),
      product: ref(bill.product),
      lines: writtenLines(bill.lines),
      paymentTerms: account.terms,
      paymentMethod: account.method === 'transfer' ? null : account.method,
      purchaseOrder: random.chance(0.4) ? `PC-${random.between(10000, 99999)}` : null,
      billingAddress: bill.contract === undefined ? account.address : null,
      ownerId: member(roles.finance),
    },
  })
  if (bill.day < -2) settle(world, { name, bill, due, total, at })
}

interface Debt {
  readonly name: string
  readonly bill: Bill
  readonly due: number
  readonly total: number
  readonly at: Moment
}

const settle = (world: World, debt: Debt): void => {
  const { name, bill, due, total, at } = debt
  const random = world.randomFor(`settle/${name}`)
  const wait = { prompt: random.between(-7, 3), slow: random.between(6, 45), bad: random.between(30, 170) }[
    bill.account.habit
  ]
  const paid = onDay(Math.max(at.day + 1, due + wait), random)
  const update = (when: Moment, data: Data): void => world.history.update(name, { at: when, by: roles.finance, data })
  if (random.chance(0.025)) dispute(world, debt)
  else remind(world, debt, paid)
  if (wait > 20 && random.chance(0.3)) {
    const half = onDay(due + random.between(5, 18), random)
    const amountPaid = money(Math.round(total * random.pick([0.3, 0.4, 0.5])))
    if (half.day < paid.day) update(half, { status: 'partlyPaid', amountPaid, paidOn: date(half.day) })
  }
  update(paid, { status: 'paid', paidOn: date(paid.day), amountPaid: money(total) })
}

const dispute = (world: World, { name, at }: Debt): void => {
  const random = world.randomFor(`dispute/${name}`)
  world.history.update(name, {
    at: later(at, 300),
    by: roles.finance,
    data: {
      status: 'disputed',
      disputeReason: random.pick([
        'Discuten las horas de montaje.',
        'Esperan el abono de material dañado.',
        'No figura su número de pedido.',
      ]),
    },
  })
}

/** Reminders of what is late, a call with the second one. */
const remind = (world: World, { name, bill, due, at }: Debt, paid: Moment): void => {
  const random = world.randomFor(`remind/${name}`)
  for (const [index, wait] of [8, 24, 45].entries()) {
    const when = onDay(Math.max(at.day + 1, due + wait), random)
    if (when.day >= paid.day) return
    world.history.update(name, {
      at: when,
      by: roles.finance,
      data: { remindersSent: index + 1, lastReminderOn: date(when.day) },
    })
    if (index > 0)
      addCall(world, {
        at: later(when, 40),
        by: roles.finance,
        purpose: 'collection',
        account: bill.account,
        contact: bill.contact,
      })
  }
}

/** Small orders of spare parts and consumables: a quote, a yes within days, an invoice. */
export const tellSmallOrders = (world: World): void => {
  const random = world.randomFor('small')
  const buyers = world.accounts.filter((account) => account.type === 'customer' && !account.silent)
  for (let made = 0; made < 85; made += 1) {
    const account = random.pick(buyers)
    const product = random.pick([
      'reprod',
      'repbat',
      'repmot',
      'coneti',
      'confil',
      'segsen',
      'segpun',
      'acclar',
      'palpla',
      'cartra',
    ])
    const quantity = { repbat: 1, repmot: 2, cartra: 1, acclar: 6 }[product] ?? random.between(10, 120)
    const at = onDay(Math.max(account.created.day + 3, random.between(-360, -2)), random)
    const lines = [lineOf(product, { quantity, discount: account.discount, day: at.day })]
    const title = random.pick(['Pedido de repuestos', 'Reposición', 'Pedido urgente', 'Consumibles'])
    const contact = mainContact(account, random)
    const quote = addQuote(world, {
      deal: { account, contact },
      solution: { title, product },
      at,
      issued: at.day,
      lines,
      revision: 1,
      previous: null,
      discount: account.discount,
    })
    const decided = onDay(at.day + random.between(1, 6), random)
    const isAccepted = random.chance(0.84)
    const outcome: Data = isAccepted ? { status: 'accepted', decidedOn: date(decided.day) } : { status: 'expired' }
    world.history.update(quote, { at: isAccepted ? decided : later(at, 1440 * 32), by: account.owner, data: outcome })
    if (isAccepted && hasHappened(decided))
      addInvoice(world, {
        account,
        contact,
        subject: title,
        day: decided.day + random.between(1, 5),
        lines,
        product,
        quote,
      })
  }
}
