import { date, member, type Moment } from './history.ts'
import { cooperative, legalForms, type LegalForm, names, publicBody, type Trade, trades } from './lists/companies.ts'
import { roles, sellerOf } from './lists/members.ts'
import { accountNotes } from './lists/phrases.ts'
import { type Place, places, streets } from './lists/places.ts'
import { euros, money, percent } from './money.ts'
import type { Random } from './random.ts'
import { type Account, loadDay, onDay, slug, type World } from './world.ts'

interface Company {
  readonly name: string
  readonly trade: Trade
  readonly place: Place
  readonly form: LegalForm
}

/** Companies nobody has met yet; each is handed out once. */
export const createCompanies = (world: World): (() => Company) => {
  const random = world.randomFor('companies')
  const left = [...random.some(names, names.length)]
  const taken = new Set<string>()
  return () => {
    const trade = random.weighted(trades.map((one) => [one, one.weight] as const))
    const place = random.weighted(places.map((one) => [one, one.weight] as const))
    const own = left.pop() ?? `${random.pick(names)} ${place.city}`
    const name = `${random.pick(trade.prefixes)} ${own}`
    if (taken.has(name)) throw new Error(`Two companies are called ${name}.`)
    taken.add(name)
    return { name, trade, place, form: formOf(name, trade, random) }
  }
}

const formOf = (name: string, trade: Trade, random: Random): LegalForm => {
  if (trade.industry === 'government') return publicBody
  return name.startsWith('Cooperativa') || name.startsWith('Almazara') ? cooperative : random.weighted(legalForms)
}

export interface Introduction {
  readonly at: Moment
  readonly by: string
  readonly type: string
  readonly source: string
  readonly campaign?: string
  readonly owner?: string
}

/** Writes a company into the CRM. */
export const addAccount = (
  world: World,
  company: Company,
  { at, by, type, source, campaign, owner }: Introduction,
): Account => {
  const random = world.randomFor(`account/${company.name}`)
  const account = accountOf(world, company, { at, type, owner, random })
  world.accounts.push(account)
  world.history.create('account', {
    ref: account.ref,
    at,
    by,
    data: {
      ...identity(account, company, random),
      type,
      class: account.rank,
      leadSource: source,
      campaign: campaign === undefined ? null : { ref: campaign },
      customerSince: type === 'customer' || type === 'reseller' ? date(-random.between(400, 5200)) : null,
      supportLevel: supportOf(account),
      paymentTerms: account.terms,
      paymentMethod: account.method,
      discount: percent(account.discount),
      creditLimit: type === 'customer' || type === 'reseller' ? money(euros(creditOf(account))) : null,
      tags: tagsOf(account, company.trade, random),
      description: random.chance(0.4) ? random.pick(accountNotes) : null,
      ownerId: member(account.owner),
    },
  })
  return account
}

const accountOf = (
  world: World,
  { name, trade, place }: Company,
  { at, type, owner, random }: { at: Moment; type: string; owner: string | undefined; random: Random },
): Account => ({
  ref: world.newRef('a'),
  name,
  domain: `${slug(name)}.example`,
  city: place.city,
  territory: place.territory,
  area: place.area,
  goods: trade.goods,
  industry: trade.industry,
  address: addressIn(place, random),
  created: at,
  silent: at.day <= loadDay && ['customer', 'prospect'].includes(type) && random.chance(0.2),
  habit: random.weighted([
    ['prompt', 68],
    ['slow', 24],
    ['bad', 8],
  ] as const),
  terms: random.weighted([
    ['immediate', 6],
    ['net15', 8],
    ['net30', 46],
    ['net60', 34],
    ['net90', 6],
  ] as const),
  method: random.weighted([
    ['transfer', 50],
    ['directDebit', 26],
    ['confirming', 16],
    ['promissoryNote', 8],
  ]),
  discount: random.weighted([
    [0, 30],
    [3, 20],
    [5, 25],
    [8, 15],
    [10, 10],
  ]),
  contacts: [],
  rank: random.weighted([
    ['a', 16],
    ['b', 40],
    ['c', 44],
  ] as const),
  owner: owner ?? sellerOf(place.territory),
  type,
  buysFrom: type === 'customer' || type === 'reseller' ? loadDay : 9999,
  busyUntil: -9999,
})

const identity = (account: Account, { trade, place, form }: Company, random: Random) => {
  const scale = account.rank === 'a' ? 2.6 : account.rank === 'b' ? 1 : 0.5
  const employees = Math.max(3, Math.round(random.spread(trade.size * scale)))
  return {
    name: account.name,
    legalName: form.suffix === '' ? account.name : `${account.name}, ${form.suffix}`,
    taxId: taxIdOf(place.country, form.letter, Number(account.ref.slice(1)) * 37 + 4000),
    status: 'active',
    industry: trade.industry,
    ownership: place.country === 'ES' ? form.ownership : 'foreign',
    employees,
    annualRevenue: money(euros(Math.round((employees * random.between(90, 260)) / 10) * 10_000)),
    phone: switchboard(account, random),
    email: `info@${account.domain}`,
    billingEmail: random.chance(0.7) ? `facturas@${account.domain}` : null,
    website: `https://www.${account.domain}`,
    billingAddress: account.address,
    shippingAddress: random.chance(0.3) ? addressIn(place, random) : null,
    territory: place.territory,
  }
}

/** The switchboard: the area with zeros, so that it is nobody's line. */
const switchboard = (account: Account, random: Random): string => {
  const [country = '', ...rest] = account.area.split(' ')
  return `${country}${rest.join('').padEnd(6, '0')}${random.between(100, 999)}`
}

export const addressIn = (place: Place, random: Random): Readonly<Record<string, string>> => ({
  street: `${random.pick(streets)} ${random.between(1, 94)}`,
  city: place.city,
  state: place.state,
  postalCode: `${place.postal}${String(random.between(1, 60)).padStart(2, '0')}`,
  country: place.country,
})

/** Written like real ones, in blocks that are never given out (province 00, leading zeros). */
const taxIdOf = (country: string, letter: string, number: number): string => {
  const digits = `00${String(number % 100_000).padStart(5, '0')}`
  if (country === 'PT') return `PT0${digits}5`
  if (country === 'FR') return `FR00${digits}00`
  const sum = Array.from(digits).reduce((total, digit, place) => total + controlOf(Number(digit), place), 0)
  const control = (10 - (sum % 10)) % 10
  return `${letter}${digits}${letter === 'P' ? 'JABCDEFGHI'.charAt(control) : control}`
}

const controlOf = (digit: number, place: number): number => {
  if (place % 2 === 1) return digit
  const double = digit * 2
  return double > 9 ? double - 9 : double
}

const supportOf = (account: Account): string | null => {
  if (account.type !== 'customer' && account.type !== 'reseller') return null
  return account.rank === 'a' ? 'premium' : account.rank === 'b' ? 'priority' : 'standard'
}

const creditOf = (account: Account): number => (account.rank === 'a' ? 120_000 : account.rank === 'b' ? 45_000 : 12_000)

const tagsOf = (account: Account, trade: Trade, random: Random): readonly string[] | null => {
  const tags = [
    ...(account.rank === 'a' ? ['keyAccount'] : []),
    ...(trade.industry === 'government' ? ['publicSector'] : []),
    ...(trade.industry === 'agriculture' ? ['seasonal'] : []),
    ...(trade.industry === 'retail' && random.chance(0.5) ? ['ecommerce'] : []),
    ...(random.chance(0.12) ? ['exporter'] : []),
    ...(random.chance(0.08) ? ['reference'] : []),
  ]
  return tags.length === 0 ? null : tags
}

const opening: readonly (readonly [type: string, count: number])[] = [
  ['customer', 118],
  ['prospect', 22],
  ['formerCustomer', 9],
  ['reseller', 8],
  ['partner', 5],
  ['supplier', 8],
  ['competitor', 5],
]

/** The companies that were known when the year began. */
export const tellOpeningAccounts = (world: World, next: () => Company): void => {
  const random = world.randomFor('opening')
  for (const [type, count] of opening) {
    for (let made = 0; made < count; made += 1) {
      const owner = type === 'supplier' || type === 'competitor' ? roles.presales : undefined
      addAccount(world, next(), {
        at: onDay(loadDay, random),
        by: roles.director,
        type,
        source: random.pick(['existingCustomer', 'referral', 'tradeFair', 'website', 'coldCall', 'other']),
        ...(owner === undefined ? {} : { owner }),
      })
    }
  }
  const parents = world.accounts.filter((account) => account.rank === 'a' && account.type === 'customer')
  for (const child of random.some(
    world.accounts.filter((account) => account.rank === 'c' && account.type === 'customer'),
    12,
  )) {
    const parent = random.pick(parents)
    world.history.update(child.ref, {
      at: { day: loadDay + 1, minute: random.between(540, 900) },
      by: roles.director,
      data: { parent: { ref: parent.ref }, description: `Forma parte del grupo de ${parent.name}.` },
    })
  }
}
