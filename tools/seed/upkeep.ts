import { addressIn } from './accounts.ts'
import { addCall, addMeeting, addNote } from './activities.ts'
import { newMobile } from './contacts.ts'
import { type Data, date, later, member } from './history.ts'
import { campaigns } from './lists/campaigns.ts'
import { roles } from './lists/members.ts'
import { accountNotes } from './lists/phrases.ts'
import { places } from './lists/places.ts'
import { euros, money, percent } from './money.ts'
import type { Sale } from './opportunities.ts'
import type { Random } from './random.ts'
import { type Account, type Contact, isAwake, loadDay, mainContact, onDay, slug, type World } from './world.ts'

/** Who buys for the first time becomes a customer on that day. */
export const welcomeCustomers = (world: World, sales: readonly Sale[]): void => {
  const firsts = new Map<Account, Sale>()
  for (const sale of sales) {
    const { account } = sale.deal
    const known = firsts.get(account)
    if (
      account.type !== 'customer' &&
      account.type !== 'reseller' &&
      (known === undefined || sale.at.day < known.at.day)
    )
      firsts.set(account, sale)
  }
  for (const [account, { at }] of firsts) {
    account.type = 'customer'
    account.buysFrom = at.day
    world.history.update(account.ref, {
      at: later(at, 15),
      by: account.owner,
      data: {
        type: 'customer',
        customerSince: date(at.day),
        supportLevel: account.rank === 'a' ? 'priority' : 'standard',
        creditLimit: money(euros(account.rank === 'a' ? 60_000 : 15_000)),
      },
    })
  }
}

/** A prospect that said no is left in peace after a while. */
export const restProspects = (world: World): void => {
  const random = world.randomFor('rest')
  const lost = world.accounts.filter(
    ({ type, busyUntil }) => type === 'prospect' && busyUntil > -9999 && busyUntil < -35,
  )
  for (const account of lost) {
    const at = onDay(account.busyUntil + random.between(20, 34), random)
    if (random.chance(0.75)) world.history.update(account.ref, { at, by: account.owner, data: { status: 'inactive' } })
  }
}

const rhythm = { a: 58, b: 106, c: 170 } as const

/** Every seller calls or visits the accounts in the rhythm of their class. */
export const keepInTouch = (world: World): void => {
  for (const account of world.accounts.filter(({ type }) =>
    ['customer', 'reseller', 'prospect', 'partner'].includes(type),
  )) {
    const random = world.randomFor(`touch/${account.ref}`)
    const pause = rhythm[account.rank]
    let day = Math.max(loadDay + 4, account.created.day + 12) + random.between(0, pause)
    while (day < 0) {
      touch(world, { account, day, random })
      day += Math.round(pause * (0.7 + random.next() * 0.7))
    }
  }
}

const touch = (
  world: World,
  { account, day, random }: { readonly account: Account; readonly day: number; readonly random: Random },
): void => {
  const contact = mainContact(account, random)
  const about = { account, contact, by: account.owner, at: onDay(day, random) }
  if (random.chance(0.24))
    addMeeting(world, {
      ...about,
      type: random.pick(['visit', 'visit', 'video', 'ourOffice']),
      planned: random.between(3, 9),
    })
  else addCall(world, { ...about, purpose: 'courtesy' })
  if (random.chance(0.1)) addNote(world, { ...about, at: later(about.at, 75) })
}

const changes: readonly ((account: Account, random: Random) => Data)[] = [
  (_account, random) => ({ description: random.pick(accountNotes) }),
  (_account, random) => ({ employees: random.between(12, 420) }),
  (_account, random) => ({ annualRevenue: money(euros(random.between(8, 520) * 100_000)) }),
  (account, random) => ({
    creditLimit: money(euros((account.rank === 'a' ? 120_000 : 30_000) + random.between(1, 8) * 5_000)),
  }),
  (account, random) => ({ discount: percent(account.discount + random.pick([1, 2, 3])) }),
  (account) => ({ linkedin: `https://www.linkedin.com/company/${slug(account.name)}-example` }),
  (account) => ({ billingEmail: `proveedores@${account.domain}` }),
  (_account, random) => ({ technicalManager: member(random.pick([roles.presales, ...roles.support])) }),
  (account, random) => {
    const place = places.find(({ city }) => city === account.city)
    return place === undefined ? { status: 'active' } : { shippingAddress: addressIn(place, random) }
  },
  (_account, random) => ({ supportLevel: random.pick(['priority', 'premium']) }),
  (_account, random) => ({ paymentMethod: random.pick(['transfer', 'directDebit', 'confirming']) }),
]

/** What is corrected, agreed and learnt about accounts during the year. */
export const updateAccounts = (world: World): void => {
  for (const account of world.accounts.filter(({ type }) => type === 'customer' || type === 'reseller')) {
    const random = world.randomFor(`upkeep/${account.ref}`)
    const count = account.rank === 'a' ? random.between(4, 7) : random.between(0, account.rank === 'b' ? 2 : 1)
    for (const change of random.some(changes, count)) {
      const day = random.between(Math.max(loadDay + 6, account.created.day + 4), account.silent ? -70 : -2)
      if (day < -1)
        world.history.update(account.ref, { at: onDay(day, random), by: account.owner, data: change(account, random) })
    }
  }
  promote(world)
  handOver(world)
  holdCredit(world)
}

const promote = (world: World): void => {
  const random = world.randomFor('promote')
  const regulars = world.accounts.filter(
    (account) => account.type === 'customer' && account.rank === 'b' && account.created.day <= loadDay,
  )
  for (const account of random.some(regulars, 6)) {
    const data = { class: 'a', supportLevel: 'premium', tags: ['keyAccount'] }
    world.history.update(account.ref, { at: onDay(random.between(-190, -75), random), by: roles.director, data })
  }
}

/** Since a day in the year, one part of the south is looked after from the centre. */
const handOver = (world: World): void => {
  const random = world.randomFor('handOver')
  const moved = world.accounts.filter(
    (account) => ['Badajoz', 'Don Benito', 'Córdoba'].includes(account.city) && account.created.day < -130,
  )
  for (const account of moved) {
    const at = { day: -121, minute: 9 * 60 + random.between(0, 50) }
    world.history.update(account.ref, { at, by: roles.director, data: { ownerId: member('alvaro') } })
    for (const contact of account.contacts.filter((one) => one.created.day < at.day)) {
      world.history.update(contact.ref, { at: later(at, 5), by: roles.director, data: { ownerId: member('alvaro') } })
    }
  }
}

/** Bad payers lose their credit; some get it back. */
const holdCredit = (world: World): void => {
  const random = world.randomFor('hold')
  const bad = world.accounts.filter(
    (account) => account.habit === 'bad' && account.type === 'customer' && account.created.day <= loadDay,
  )
  for (const account of bad) {
    const at = onDay(random.between(-240, -12), random)
    const creditHoldReason = random.pick([
      'Dos facturas vencidas sin respuesta.',
      'La aseguradora ha reducido el riesgo.',
      'Devolución de un recibo.',
    ])
    world.history.update(account.ref, { at, by: roles.finance, data: { creditHold: true, creditHoldReason } })
    if (random.chance(0.5))
      world.history.update(account.ref, {
        at: later(at, 1440 * random.between(20, 60)),
        by: roles.finance,
        data: { creditHold: false },
      })
  }
}

/** People change posts, telephones and their minds. */
export const updateContacts = (world: World): void => {
  const random = world.randomFor('people')
  const settled = world.contacts.filter((contact) => contact.created.day <= loadDay + 1 && isAwake(contact.account, -1))
  const changed = random.some(settled, 150)
  for (const contact of changed) {
    const at = onDay(random.between(-340, -2), random)
    world.history.update(contact.ref, { at, by: contact.account.owner, data: changeOf(world, contact, random) })
  }
}

const changeOf = (world: World, contact: Contact, random: Random): Data =>
  random.weighted<() => Data>([
    [() => ({ mobile: newMobile(world, contact.account, random) }), 34],
    [() => ({ status: 'left', description: 'Ya no trabaja en la empresa.' }), 18],
    [() => ({ emailOptOut: true }), 20],
    [() => ({ lawfulBasis: 'withdrawn', emailOptOut: true, doNotCall: true }), 5],
    [() => ({ lawfulBasis: 'consent', consentOn: date(-random.between(345, 700)) }), 12],
    [() => ({ preferredChannel: random.pick(['phone', 'email', 'chat']) }), 11],
  ])()

const mailings: Readonly<Record<string, readonly [count: number, responses: readonly string[]]>> = {
  newsletter: [22, ['sent', 'opened', 'opened', 'clicked', 'bounced', 'optedOut']],
  email: [28, ['sent', 'opened', 'clicked', 'responded']],
  event: [18, ['targeted', 'registered', 'attended', 'attended']],
  webinar: [12, ['sent', 'registered', 'attended']],
  tradeFair: [18, ['targeted', 'responded', 'attended']],
}

/** Known contacts that a campaign addressed, with how they answered. */
export const addressCampaigns = (world: World): void => {
  for (const campaign of campaigns) {
    const random = world.randomFor(`audience/${campaign.ref}`)
    const [count, responses] = mailings[campaign.type] ?? [0, []]
    const day = Math.max(loadDay + 5, campaign.start)
    const known = world.contacts.filter((contact) => contact.created.day < day - 1)
    if (day > -2 || count === 0) continue
    for (const contact of random.some(known, count)) {
      const response = random.pick(responses)
      const answered = Math.min(-1, day + random.between(0, 6))
      const respondedOn = response === 'sent' || response === 'targeted' ? {} : { respondedOn: date(answered) }
      world.history.link(campaign.ref, {
        at: onDay(answered, random),
        by: roles.marketing,
        link: 'contacts',
        to: contact.ref,
        attributes: { response, ...respondedOn },
      })
    }
  }
}
