import { addCall, addMeeting, addNote, addTask, planCall } from './activities.ts'
import type { Deal } from './deal.ts'
import { type Data, date, hasHappened, later, member, type Moment, ref, type Value } from './history.ts'
import { roles } from './lists/members.ts'
import { lossDetails, nextSteps } from './lists/phrases.ts'
import { type Solution, solutions } from './lists/products.ts'
import { money } from './money.ts'
import { openOffer, type Offer } from './quotes.ts'
import type { Random } from './random.ts'
import { type Account, isAwake, loadDay, mainContact, onDay, type World } from './world.ts'

export interface Sale {
  readonly deal: Deal
  readonly solution: Solution
  readonly at: Moment
  readonly offer: Offer
}

const stages = [
  { stage: 'prospecting', share: 0, probability: 10, forecast: 'pipeline' },
  { stage: 'qualification', share: 0.12, probability: 20, forecast: 'pipeline' },
  { stage: 'analysis', share: 0.28, probability: 30, forecast: 'pipeline' },
  { stage: 'proposal', share: 0.45, probability: 50, forecast: 'bestCase' },
  { stage: 'negotiation', share: 0.75, probability: 75, forecast: 'commit' },
] as const

interface Step {
  readonly stage: (typeof stages)[number]
  readonly at: Moment
}

/** How a deal goes, known from the start to the teller only. */
interface Course {
  readonly deal: Deal
  readonly solution: Solution
  readonly random: Random
  readonly owner: string
  readonly steps: readonly Step[]
  readonly ends: Moment
  readonly isWon: boolean
  readonly offer: Offer
}

/** Deals with companies that were known when the year began. */
export const inventDeals = (world: World): readonly Deal[] => {
  const random = world.randomFor('deals')
  const buyers = world.accounts.filter((account) => account.created.day <= loadDay && weightOf(account) > 0)
  const weighted = buyers.map((account) => [account, weightOf(account)] as const)
  return Array.from({ length: 345 }, (_, index) => {
    const account = random.weighted(weighted)
    // Business grows: the last weeks bring more than the year before.
    const begins = onDay(index < 48 ? random.between(-62, -3) : random.between(-470, -3), random)
    return {
      ref: world.newRef('o'),
      account,
      contact: mainContact(account, random),
      begins,
      product: random.weighted(solutions.map((one) => [one.product, one.weight] as const)),
      source: account.type === 'prospect' ? random.pick(['website', 'coldCall', 'referral']) : 'existingCustomer',
      wins: account.type === 'prospect' ? 0.4 : 0.55,
    }
  })
}

const weightOf = (account: Account): number => {
  if (account.type === 'customer') return account.rank === 'a' ? 5.5 : account.rank === 'b' ? 2 : 0.8
  return { prospect: 0.9, reseller: 2, formerCustomer: 0.5 }[account.type] ?? 0
}

/** Tells each deal to its end, or as far as it has come; answers the sales. */
export const tellDeals = (world: World, deals: readonly Deal[]): readonly Sale[] =>
  deals.flatMap((deal) => {
    const course = courseOf(world, deal)
    const isTold = course.ends.day > loadDay + 4 && (!deal.account.silent || course.ends.day < -70)
    return isTold ? tellCourse(world, course) : []
  })

const courseOf = (world: World, deal: Deal): Course => {
  const random = world.randomFor(`deal/${deal.ref}`)
  const solution = solutions.find(({ product }) => product === deal.product) ?? solutionOfPart(random)
  const days = Math.max(6, random.spread(solution.days * (deal.account.rank === 'a' ? 1.15 : 1)))
  const isWon = random.chance(Math.min(0.82, deal.wins * (solution.winRate / 0.5)))
  const reached = isWon
    ? stages.length
    : random.weighted([
        [2, 15],
        [3, 20],
        [4, 35],
        [5, 30],
      ])
  const first = random.chance(0.6) ? 0 : 1
  const passed = stages.slice(first, Math.max(first + 1, reached))
  const steps = passed.map((stage, index) => ({
    stage,
    at: index === 0 ? deal.begins : onDay(deal.begins.day + Math.max(index, Math.round(days * stage.share)), random),
  }))
  const share = isWon ? 1 : (stages[reached]?.share ?? 1)
  const last = steps.at(-1)?.at.day ?? deal.begins.day
  const ends = onDay(Math.max(last + 1, deal.begins.day + Math.round(days * share)), random)
  const offer = openOffer(world, { deal, solution, random })
  return { deal, solution, random, owner: deal.account.owner, steps, ends, isWon, offer }
}

const solutionOfPart = (random: Random): Solution => random.weighted(solutions.map((one) => [one, one.weight] as const))

const tellCourse = (world: World, course: Course): readonly Sale[] => {
  const { deal, steps, ends } = course
  const start: Moment = deal.begins.day < loadDay + 3 ? onDay(loadDay + 2, course.random) : deal.begins
  const known = steps.findLastIndex(({ at }) => at.day <= start.day)
  const current = steps[Math.max(0, known)]
  if (current === undefined || !hasHappened(start)) return []
  deal.account.busyUntil = Math.max(deal.account.busyUntil, ends.day)
  createOpportunity(world, course, { start, stage: current.stage })
  introduce(world, course, start)
  for (const step of steps.slice(Math.max(0, known) + 1)) move(world, course, step)
  accompany(world, course, start)
  return hasHappened(ends) ? close(world, course) : planAhead(world, course)
}

const createOpportunity = (
  world: World,
  course: Course,
  { start, stage }: { readonly start: Moment; readonly stage: Step['stage'] },
): void => {
  const { deal, solution, random, owner, offer } = course
  world.history.create('opportunity', {
    ref: deal.ref,
    at: start,
    by: owner,
    data: {
      name: titleOf(course),
      account: ref(deal.account.ref),
      primaryContact: deal.contact === undefined ? null : ref(deal.contact.ref),
      stage: stage.stage,
      ...channelOf(world, course),
      type: typeOf(course),
      amount: money(roughly(offer.net * (0.72 + random.next() * 0.5))),
      probability: String(stage.probability),
      forecast: stage.forecast,
      closeDate: date(guess(course, start)),
      product: ref(solution.product),
      annualValue: solution.contract === undefined ? null : money(offer.net),
      leadSource: deal.source,
      campaign: deal.campaign === undefined ? null : ref(deal.campaign),
      competitor: competitorOf(world, random),
      nextStep: random.pick(nextSteps),
      nextStepOn: date(start.day + random.between(3, 14)),
      budgetConfirmed: random.chance(0.3),
      decisionOn: random.chance(0.3) ? date(course.ends.day + random.between(-12, 12)) : null,
      presales: solution.days > 70 ? member(roles.presales) : null,
      ownerId: member(owner),
    },
  })
}

const titleOf = ({ solution, deal, random }: Course): string => {
  const place = random.pick([
    'ampliación',
    'nave nueva',
    'fase 1',
    'fase 2',
    'reforma del almacén',
    'cámara',
    'expediciones',
    `centro de ${deal.account.city}`,
    'reposición',
  ])
  return `${solution.title}, ${place}`
}

const channelOf = (world: World, { deal, random, solution }: Course): Data => {
  if (deal.account.industry === 'government')
    return { pipeline: 'tender', tenderNumber: `EXP-${random.between(100, 999)}/${random.between(10, 99)}` }
  if (solution.contract !== undefined && deal.account.type === 'customer' && random.chance(0.4))
    return { pipeline: 'renewal' }
  const partners = world.accounts.filter((account) => account.type === 'partner')
  return random.chance(0.07) && partners.length > 0
    ? { pipeline: 'partner', partner: ref(random.pick(partners).ref) }
    : { pipeline: 'direct' }
}

const typeOf = ({ deal, solution, random }: Course): string => {
  if (deal.account.type === 'prospect') return 'newCustomer'
  if (solution.contract !== undefined) return random.chance(0.5) ? 'renewal' : 'crossSelling'
  return random.chance(0.7) ? 'existingCustomer' : 'crossSelling'
}

const competitorOf = (world: World, random: Random): Value => {
  const competitors = world.accounts.filter((account) => account.type === 'competitor')
  return random.chance(0.22) && competitors.length > 0 ? ref(random.pick(competitors).ref) : null
}

/** Estimates are round. */
const roughly = (cents: number): number => Math.max(50_000, Math.round(cents / 50_000) * 50_000)

/** The close date people believe in: too early at first, nearer to the truth with time. */
const guess = ({ random, ends }: Course, now: Moment): number => {
  const left = ends.day - now.day
  return Math.max(now.day + 4, ends.day + Math.round(left * (random.next() * 0.55 - 0.4)))
}

const introduce = (world: World, { deal, owner, random }: Course, start: Moment): void => {
  const people = deal.account.contacts.filter((contact) => contact.created.day <= start.day)
  for (const [index, contact] of random.some(people, random.between(1, 2)).entries()) {
    world.history.link(deal.ref, {
      at: later(start, 12 + index),
      by: owner,
      link: 'contacts',
      to: contact.ref,
      attributes: {
        role: contact.role,
        influence: contact.role === 'decisionMaker' ? 'high' : random.pick(['medium', 'low', 'high']),
      },
    })
  }
}

const move = (world: World, course: Course, { stage, at }: Step): void => {
  if (!hasHappened(at)) return
  const { deal, owner, random, offer } = course
  const slips = random.chance(0.45)
  const isOffered = stage.stage === 'proposal' || stage.stage === 'negotiation'
  if (stage.stage === 'proposal') offer.send(at)
  if (stage.stage === 'negotiation' && random.chance(0.4)) offer.improve(at)
  world.history.update(deal.ref, {
    at,
    by: owner,
    data: {
      stage: stage.stage,
      probability: String(Math.min(95, stage.probability + random.pick([-5, 0, 0, 0, 5, 10]))),
      forecast: stage.forecast,
      ...(isOffered ? { amount: money(offer.now().net), budgetConfirmed: true } : {}),
      ...(slips ? { closeDate: date(guess(course, at)) } : {}),
      ...(slips ? {} : { nextStep: random.pick(nextSteps), nextStepOn: date(at.day + random.between(3, 16)) }),
    },
  })
}

/** The calls, visits, tasks and notes around the steps of a deal. */
const accompany = (world: World, { deal, steps, owner, random, solution, ends }: Course, start: Moment): void => {
  const about = { account: deal.account, contact: deal.contact, opportunity: deal.ref, by: owner, since: start }
  for (const { at, stage } of steps.filter((step) => step.at.day > start.day)) {
    const before = (days: number): Moment => onDay(Math.max(start.day + 1, at.day - days), random)
    const isLate = stage.stage === 'proposal' || stage.stage === 'negotiation'
    if (random.chance(0.24))
      addCall(world, { ...about, at: before(random.between(0, 3)), purpose: isLate ? 'quote' : 'followUp' })
    if (random.chance(0.16)) {
      const type =
        stage.stage === 'analysis' ? random.pick(['survey', 'visit']) : random.pick(['visit', 'visit', 'video', 'demo'])
      addMeeting(world, {
        ...about,
        at: before(random.between(1, 4)),
        type,
        planned: random.between(2, 8),
        ...(solution.days > 70 ? { companion: roles.presales } : {}),
      })
    }
    if (random.chance(0.2)) addTask(world, { ...about, at: onDay(at.day, random), days: random.between(2, 10) })
  }
  if (random.chance(0.3))
    addNote(world, { ...about, at: onDay(Math.min(ends.day, start.day + random.between(3, 30)), random) })
}

/** What is in the diary for a deal that is still open. */
const planAhead = (world: World, { deal, owner, random }: Course): readonly Sale[] => {
  const about = { account: deal.account, contact: deal.contact, opportunity: deal.ref, by: owner, since: deal.begins }
  const written = onDay(Math.max(deal.begins.day + 1, -random.between(1, 9)), random)
  if (!isAwake(deal.account, written.day)) return []
  if (random.chance(0.3))
    planCall(world, { ...about, at: written, on: onDay(random.between(1, 14), random), purpose: 'followUp' })
  if (random.chance(0.25))
    addMeeting(world, {
      ...about,
      at: onDay(random.between(1, 12), random),
      type: random.pick(['visit', 'video', 'demo']),
      planned: random.between(13, 20),
    })
  if (random.chance(0.3)) addTask(world, { ...about, at: written, days: random.between(-3, 15) })
  return []
}

const close = (world: World, course: Course): readonly Sale[] => {
  const { deal, ends, owner, random, offer, solution, isWon } = course
  const closing = { closedOn: date(ends.day), closeDate: date(ends.day) }
  if (!isWon) {
    const lossReason = random.weighted(reasonsOf(solution))
    offer.refuse(ends, lossReason)
    const detail = random.pick(lossDetails[lossReason] ?? ['Sin más explicación.'])
    world.history.update(deal.ref, {
      at: ends,
      by: owner,
      data: { stage: 'lost', probability: '0', forecast: 'omitted', lossReason, lossDetail: detail, ...closing },
    })
    return []
  }
  offer.accept(ends)
  world.history.update(deal.ref, {
    at: later(ends, 4),
    by: owner,
    data: {
      stage: 'won',
      probability: '100',
      forecast: 'closed',
      amount: money(offer.now().net),
      winReason: random.pick(['quality', 'delivery', 'service', 'relationship', 'price', 'reference']),
      ...closing,
    },
  })
  return [{ deal, solution, at: ends, offer }]
}

const reasonsOf = (solution: Solution): readonly (readonly [string, number])[] => {
  const isBig = solution.days > 70
  return [
    ['price', 28],
    ['competitor', 18],
    ['noBudget', isBig ? 18 : 6],
    ['timing', isBig ? 20 : 8],
    ['noDecision', 16],
    ['features', 5],
    ['delivery', 6],
    ['other', 2],
  ]
}
