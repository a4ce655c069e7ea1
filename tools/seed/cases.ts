import { addCall, addMeeting } from './activities.ts'
import { atWork, type Data, dateTime, hasHappened, later, member, type Moment, ref } from './history.ts'
import { faults } from './lists/faults.ts'
import type { Incident } from './lists/incident.ts'
import { roles } from './lists/members.ts'
import { requests } from './lists/requests.ts'
import type { Random } from './random.ts'
import { type Account, isAwake, mainContact, onDay, type World } from './world.ts'

const incidents = [...faults, ...requests]

/** How long a case takes by its priority: hours promised and the median of what it took. */
const priorities = {
  urgent: { promised: 8, took: 6.5 },
  high: { promised: 24, took: 19 },
  medium: { promised: 72, took: 55 },
  low: { promised: 168, took: 128 },
} as const

type Priority = keyof typeof priorities

interface Case {
  readonly ref: string
  readonly account: Account
  readonly incident: Incident
  readonly priority: Priority
  readonly opened: Moment
  readonly owner: string
  readonly hours: number
  readonly random: Random
}

/** A year of questions, faults and claims of customers. */
export const tellCases = (world: World): void => {
  const random = world.randomFor('cases')
  const customers = world.accounts.filter((account) => account.type === 'customer')
  const weighted = customers.map(
    (account) => [account, account.rank === 'a' ? 4 : account.rank === 'b' ? 1.6 : 0.7] as const,
  )
  for (let made = 0; made < 340; made += 1) {
    const account = random.weighted(weighted)
    // The last weeks are told more closely, so that there is always something open.
    const day = made < 38 ? random.between(-9, -1) : random.between(-362, -10)
    if (day > account.buysFrom + 20 && isAwake(account, day)) tellCase(world, account, day)
  }
}

const tellCase = (world: World, account: Account, day: number): void => {
  const name = world.newRef('s')
  const random = world.randomFor(`case/${name}`)
  const incident = random.pick(incidents)
  const [urgent, high, medium, low] = incident.priorities
  const priority = random.weighted<Priority>([
    ['urgent', urgent],
    ['high', high],
    ['medium', medium],
    ['low', low],
  ])
  // Some wait for a spare part or for the customer.
  const hours = random.spread(priorities[priority].took) * (random.chance(0.12) ? random.between(3, 7) : 1)
  const told = {
    ref: name,
    account,
    incident,
    priority,
    opened: onDay(day, random),
    owner: random.pick(roles.support),
    hours,
    random,
  }
  open(world, told)
  solve(world, told)
}

const open = (world: World, told: Case): void => {
  const { account, incident, priority, opened, owner, random } = told
  const contact = mainContact(account, random)
  const product = incident.products.length === 0 ? null : random.pick(incident.products)
  const isEquipment = ['incident', 'warranty'].includes(incident.type)
  world.history.create('case', {
    ref: told.ref,
    at: later(opened, random.between(0, 6)),
    by: owner,
    data: {
      subject: incident.subject,
      description: incident.description,
      status: 'new',
      priority,
      type: incident.type,
      channel: random.weighted([
        ['phone', 46],
        ['email', 34],
        ['web', 12],
        ['chat', 6],
        ['visit', 2],
      ]),
      account: ref(account.ref),
      contact: contact === undefined ? null : ref(contact.ref),
      product: product === null ? null : ref(product),
      serialNumber:
        product !== null && isEquipment ? `VD-${random.between(18, 25)}-${random.between(10000, 99999)}` : null,
      underWarranty: random.chance(incident.warranty),
      openedAt: dateTime(opened),
      dueAt: dateTime(later(opened, priorities[priority].promised * 60)),
      supervisor: priority === 'urgent' ? member(roles.director) : null,
      ownerId: member(owner),
    },
  })
  const about = { account, contact, case: told.ref, by: owner, since: opened }
  if (random.chance(0.45)) addCall(world, { ...about, at: later(opened, random.between(25, 140)), purpose: 'support' })
  if (priority === 'urgent' && random.chance(0.3))
    addMeeting(world, { ...about, at: later(opened, 60 * 26), type: 'visit', planned: 1 })
}

const solve = (world: World, { ref: name, incident, priority, opened, owner, hours, random }: Case): void => {
  const update = (at: Moment, data: Data): void => world.history.update(name, { at, by: owner, data })
  const answered = atWork(later(opened, Math.min(hours * 20, random.spread(priorities[priority].promised * 9)) + 8))
  update(answered, { status: 'inProgress', firstResponseAt: dateTime(answered) })
  const solved = later(atWork(later(opened, hours * 60 + 20)), random.between(0, 25))
  if (hours > priorities[priority].promised * 1.5) {
    update(atWork(later(opened, hours * 25 + 10)), {
      status: random.pick(['pendingCustomer', 'pendingSupplier', 'pendingSupplier']),
    })
  }
  update(solved, {
    status: 'resolved',
    resolvedAt: dateTime(solved),
    resolutionHours: hoursBetween(opened, solved),
    cause: incident.cause,
    resolution: incident.solution,
  })
  const closed = later(solved, 1440 * random.between(2, 6))
  const late = hours > priorities[priority].promised
  const satisfaction = random.chance(0.62) ? random.pick(late ? [2, 3, 3, 4] : [3, 4, 4, 5, 5]) : null
  if (hasHappened(solved)) update(closed, { status: 'closed', ...(satisfaction === null ? {} : { satisfaction }) })
}

const hoursBetween = (from: Moment, to: Moment): string =>
  (((to.day - from.day) * 1440 + to.minute - from.minute) / 60).toFixed(1)

/** A claim that comes twice is closed as a duplicate of the first. */
export const tellDuplicates = (world: World): void => {
  const random = world.randomFor('duplicates')
  for (const original of ['s60', 's120', 's180', 's240']) {
    const operation = world.history
      .operations()
      .find(({ written }) => written['op'] === 'create' && written['ref'] === original)
    if (operation === undefined || typeof operation.written['data'] !== 'object') continue
    const name = world.newRef('s')
    const at = later(operation.at, random.between(90, 600))
    const data = Object.fromEntries(Object.entries(operation.written['data'] ?? {}).filter(([key]) => key !== 'dueAt'))
    world.history.create('case', {
      ref: name,
      at,
      by: 'elena',
      data: { ...data, openedAt: dateTime(at), channel: 'email' },
    })
    world.history.update(name, {
      at: later(at, 45),
      by: 'elena',
      data: { status: 'duplicate', duplicateOf: ref(original) },
    })
  }
}
