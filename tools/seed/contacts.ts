import { date, member, type Moment, type Value } from './history.ts'
import { menNames, positions, surnames, womenNames, type Position } from './lists/people.ts'
import type { Random } from './random.ts'
import { type Account, type Contact, loadDay, onDay, plainDate, slug, type World } from './world.ts'

export interface Person {
  readonly first: string
  readonly last: string
  readonly isWoman: boolean
  readonly position: Position
}

export const newPerson = (random: Random): Person => {
  const isWoman = random.chance(0.47)
  return {
    first: random.pick(isWoman ? womenNames : menNames),
    last: `${random.pick(surnames)} ${random.pick(surnames)}`,
    isWoman,
    position: random.weighted(positions),
  }
}

export const nameOf = (person: Person): Value => ({ first: person.first, last: person.last })

export const titleOf = ({ isWoman, position }: Person): string => position.title[isWoman ? 1 : 0]

export const mailOf = (person: Person, domain: string): string =>
  `${slug(person.first)}.${slug(person.last.split(' ')[0] ?? '')}@${domain}`

/** Mobile lines in blocks of zeros; for France the block that is kept for fiction. */
export const newMobile = (world: World, account: Account, random: Random): string => {
  const country = account.area.split(' ')[0] ?? '+34'
  if (country === '+33') return world.newPhone('+33 63998').slice(0, 12)
  return world.newPhone(
    country === '+351' ? '+351 91' : `+34 ${random.pick(['600', '611', '622', '633', '644', '655', '666'])}`,
  )
}

interface Meeting {
  readonly at: Moment
  readonly by: string
  readonly source?: string
}

/** Writes a person of a company into the CRM. */
export const addContact = (
  world: World,
  account: Account,
  { person, ...met }: Meeting & { readonly person: Person },
): Contact => {
  const random = world.randomFor(`contact/${account.ref}/${person.first}/${person.last}`)
  const contact: Contact = {
    ref: world.newRef('c'),
    name: `${person.first} ${person.last}`,
    account,
    phone: world.newPhone(account.area),
    role: person.position.role,
    created: met.at,
  }
  account.contacts.push(contact)
  world.contacts.push(contact)
  world.history.create('contact', {
    ref: contact.ref,
    at: met.at,
    by: met.by,
    data: {
      name: nameOf(person),
      account: { ref: account.ref },
      jobTitle: titleOf(person),
      department: person.position.department,
      buyingRole: person.position.role,
      email: mailOf(person, account.domain),
      phone: contact.phone,
      mobile: random.chance(0.65) ? newMobile(world, account, random) : null,
      leadSource: met.source ?? null,
      preferredChannel: random.chance(0.45) ? random.pick(['phone', 'email', 'email', 'visit', 'video', 'chat']) : null,
      birthday: random.chance(0.22) ? plainDate(random.between(1962, 1998), random) : null,
      ...manners(account, met.at, random),
      ownerId: member(account.owner),
    },
  })
  return contact
}

const manners = (account: Account, at: Moment, random: Random) => ({
  preferredLanguage: languageOf(account, random),
  emailOptOut: random.chance(0.1),
  doNotCall: random.chance(0.03),
  ...basisOf(account, at, random),
})

const languageOf = (account: Account, random: Random): string | null => {
  if (account.territory === 'portugal') return 'pt'
  if (account.territory === 'export') return 'fr'
  if (account.territory === 'northeast' && !['Zaragoza', 'Huesca', 'Teruel', 'Barbastro'].includes(account.city)) {
    return random.chance(0.5) ? 'ca' : null
  }
  return null
}

const basisOf = (account: Account, at: Moment, random: Random) => {
  if (random.chance(0.25)) return { lawfulBasis: 'consent', consentOn: date(at.day - random.between(0, 20)) }
  if (['customer', 'reseller', 'partner', 'supplier'].includes(account.type)) return { lawfulBasis: 'contract' }
  return { lawfulBasis: random.chance(0.8) ? 'legitimateInterest' : 'unknown' }
}

/** The people who were known when the year began, with who reports to whom. */
export const tellOpeningContacts = (world: World): void => {
  const random = world.randomFor('openingContacts')
  for (const account of world.accounts) {
    const count = account.type === 'competitor' ? 0 : peopleIn(account, random)
    const people = Array.from({ length: count }, () =>
      addContact(world, account, { person: newPerson(random), at: onDay(loadDay + 1, random), by: account.owner }),
    )
    const boss = people.find(({ role }) => role === 'decisionMaker')
    for (const contact of people.filter((one) => one !== boss && boss !== undefined && random.chance(0.6))) {
      world.history.update(contact.ref, {
        at: onDay(loadDay + 2, random),
        by: account.owner,
        data: { reportsTo: { ref: boss?.ref ?? contact.ref } },
      })
    }
  }
}

const peopleIn = (account: Account, random: Random): number => {
  if (account.type !== 'customer') return random.between(1, 2)
  return account.rank === 'a'
    ? random.between(3, 5)
    : account.rank === 'b'
      ? random.between(2, 3)
      : random.between(1, 2)
}
