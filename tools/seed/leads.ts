import { addAccount, addressIn } from './accounts.ts'
import { addCall, addMeeting, addTask, planCall } from './activities.ts'
import { addContact, mailOf, nameOf, newPerson, type Person, titleOf } from './contacts.ts'
import type { Deal } from './deal.ts'
import { date, hasHappened, later, member, type Moment, ref } from './history.ts'
import { type Campaign, campaigns } from './lists/campaigns.ts'
import { roles, sellerOf } from './lists/members.ts'
import { needs } from './lists/phrases.ts'
import { solutions } from './lists/products.ts'
import { euros, money } from './money.ts'
import type { Random } from './random.ts'
import { onDay, slug, type World } from './world.ts'

type Company = Parameters<typeof addAccount>[1]

interface Origin {
  readonly source: string
  readonly campaign: Campaign | undefined
  readonly day: number
}

interface Lead extends Origin {
  readonly ref: string
  readonly person: Person
  readonly company: Company
  readonly at: Moment
  readonly product: string
  readonly owner: string
  readonly random: Random
}

/** Leads of the year; the deals that come of them are returned for the story of the opportunities. */
export const tellLeads = (world: World, next: () => Company): readonly Deal[] => {
  const random = world.randomFor('leads')
  const origins = [...campaigns.flatMap((campaign) => fromCampaign(campaign, random)), ...byThemselves(random)]
  return origins.toSorted((a, b) => a.day - b.day).flatMap((origin) => tellLead(world, next(), origin))
}

const fromCampaign = (campaign: Campaign, random: Random): readonly Origin[] =>
  Array.from({ length: campaign.leads }, () => {
    const last = Math.min(-2, campaign.end + 12)
    const first = Math.max(-364, campaign.start)
    return { source: campaign.source, campaign, day: random.between(first, Math.max(first, last)) }
  })

const byThemselves = (random: Random): readonly Origin[] =>
  Array.from({ length: 52 }, () => ({
    source: random.pick(['website', 'website', 'website', 'partner', 'coldCall', 'referral', 'other']),
    campaign: undefined,
    day: random.between(-363, -2),
  }))

const tellLead = (world: World, company: Company, origin: Origin): readonly Deal[] => {
  const name = world.newRef('l')
  const random = world.randomFor(`lead/${name}`)
  const product = random.chance(0.6) ? (origin.campaign?.product ?? null) : null
  const lead: Lead = {
    ...origin,
    ref: name,
    company,
    random,
    person: newPerson(random),
    at: onDay(origin.day, random),
    product: product ?? random.weighted(solutions.map((one) => [one.product, one.weight] as const)),
    owner: sellerOf(company.place.territory),
  }
  createLead(world, lead)
  if (origin.campaign !== undefined) answer(world, lead, origin.campaign)
  return followUp(world, lead)
}

const createLead = (world: World, lead: Lead): void => {
  const { random, person, company } = lead
  const domain = `${slug(company.name)}.example`
  world.history.create('lead', {
    ref: lead.ref,
    at: lead.at,
    by: lead.campaign === undefined ? lead.owner : roles.marketing,
    data: {
      name: nameOf(person),
      company: company.name,
      jobTitle: titleOf(person),
      status: 'new',
      rating: random.weighted([
        ['hot', 22],
        ['warm', 48],
        ['cold', 30],
      ]),
      score: random.between(15, 95),
      leadSource: lead.source,
      campaign: lead.campaign === undefined ? null : ref(lead.campaign.ref),
      product: ref(lead.product),
      need: random.pick(needs).replace('{goods}', company.trade.goods),
      estimatedAmount: random.chance(0.55) ? money(euros(Math.round(random.spread(18) + 2) * 1000)) : null,
      email: mailOf(person, domain),
      phone: world.newPhone(company.place.area),
      website: random.chance(0.6) ? `https://www.${domain}` : null,
      address: random.chance(0.25) ? addressIn(company.place, random) : null,
      industry: company.trade.industry,
      employees: random.chance(0.6) ? Math.max(4, Math.round(random.spread(company.trade.size))) : null,
      lawfulBasis: 'consent',
      emailOptOut: random.chance(0.05),
      ownerId: member(lead.owner),
    },
  })
}

/** How the person answered the campaign. */
const answer = (world: World, lead: Lead, campaign: Campaign): void => {
  const responses: Readonly<Record<string, readonly string[]>> = {
    tradeFair: ['attended', 'attended', 'responded'],
    event: ['attended', 'registered'],
    webinar: ['attended', 'attended', 'registered'],
    searchAds: ['clicked'],
    socialMedia: ['clicked', 'responded'],
  }
  world.history.link(campaign.ref, {
    at: later(lead.at, 2),
    by: roles.marketing,
    link: 'leads',
    to: lead.ref,
    attributes: { response: lead.random.pick(responses[campaign.type] ?? ['responded']), respondedOn: date(lead.day) },
  })
}

/** What becomes of a lead: some wait, some are dropped, some become an account with an opportunity. */
const followUp = (world: World, lead: Lead): readonly Deal[] => {
  const { random, ref: about, owner: by } = lead
  const contacted = onDay(lead.day + random.between(1, 5), random)
  if (random.chance(0.06) || !hasHappened(contacted)) return greet(world, lead)
  if (random.chance(0.45)) addCall(world, { at: later(contacted, -20), by, lead: about, purpose: 'prospecting' })
  world.history.update(about, { at: contacted, by, data: { status: 'contacted' } })
  const worked = onDay(contacted.day + random.between(2, 9), random)
  return random.chance(lead.campaign?.converts ?? 0.34) ? win(world, lead, worked) : lose(world, lead, worked)
}

const work = (world: World, lead: Lead, at: Moment): void => {
  const { random, ref: about, owner: by } = lead
  const nextStepOn = date(at.day + random.between(7, 25))
  world.history.update(about, { at, by, data: { status: 'working', nextStepOn } })
  if (random.chance(0.2)) addTask(world, { at: later(at, 30), by, lead: about, days: random.between(2, 9) })
}

const win = (world: World, lead: Lead, worked: Moment): readonly Deal[] => {
  const { random, ref: about, owner: by } = lead
  work(world, lead, worked)
  if (random.chance(0.3))
    addMeeting(world, { at: later(worked, 1440 * 4), by, lead: about, since: lead.at, type: 'video', planned: 3 })
  const decided = onDay(worked.day + random.between(8, 30), random)
  const data = { status: 'qualified', rating: 'hot', score: random.between(62, 98) }
  world.history.update(about, { at: later(decided, -1440 * 5), by, data })
  return hasHappened(decided) ? convert(world, lead, decided) : []
}

const lose = (world: World, lead: Lead, worked: Moment): readonly Deal[] => {
  const { random, ref: about, owner: by } = lead
  if (random.chance(0.35)) return drop(world, lead, later(worked, 1440 * random.between(1, 25)))
  if (random.chance(0.12)) return []
  work(world, lead, worked)
  const decided = onDay(worked.day + random.between(8, 30), random)
  if (random.chance(0.2)) world.history.update(about, { at: decided, by, data: { status: 'recycled' } })
  return random.chance(0.45) ? drop(world, lead, later(decided, 1440 * 9)) : []
}

/** Somebody will call the newest ones. */
const greet = (world: World, lead: Lead): readonly Deal[] => {
  const { at, owner, ref: about, random } = lead
  if (at.day > -6 && random.chance(0.7))
    planCall(world, {
      at: later(at, 30),
      by: owner,
      lead: about,
      on: onDay(random.between(0, 4), random),
      purpose: 'prospecting',
    })
  return []
}

const drop = (world: World, lead: Lead, at: Moment): readonly Deal[] => {
  const disqualifiedReason = lead.random.weighted([
    ['notInterested', 26],
    ['noBudget', 18],
    ['notReachable', 22],
    ['wrongSize', 14],
    ['outOfArea', 5],
    ['competitor', 10],
    ['invalid', 5],
  ])
  world.history.update(lead.ref, { at, by: lead.owner, data: { status: 'disqualified', disqualifiedReason } })
  return []
}

const convert = (world: World, lead: Lead, at: Moment): readonly Deal[] => {
  const campaign = lead.campaign?.ref
  const account = addAccount(world, lead.company, {
    at,
    by: lead.owner,
    type: 'prospect',
    source: lead.source,
    ...(campaign === undefined ? {} : { campaign }),
  })
  const contact = addContact(world, account, {
    person: lead.person,
    at: later(at, 3),
    by: lead.owner,
    source: lead.source,
  })
  const opportunity = world.newRef('o')
  world.history.update(lead.ref, {
    at: later(at, 9),
    by: lead.owner,
    data: {
      status: 'converted',
      convertedOn: date(at.day),
      convertedAccount: ref(account.ref),
      convertedContact: ref(contact.ref),
      convertedOpportunity: ref(opportunity),
    },
  })
  const wins = lead.campaign?.wins ?? 0.42
  return [
    {
      ref: opportunity,
      account,
      contact,
      begins: later(at, 6),
      product: lead.product,
      source: lead.source,
      wins,
      ...(campaign === undefined ? {} : { campaign }),
    },
  ]
}
