import { createCompanies, tellOpeningAccounts } from './accounts.ts'
import { tellCases, tellDuplicates } from './cases.ts'
import { tellCatalogue } from './catalogue.ts'
import { tellOpeningContacts } from './contacts.ts'
import { contractOfSale, tellOpeningContracts } from './contracts.ts'
import type { Operation } from './history.ts'
import { billSale, tellSmallOrders } from './invoices.ts'
import { tellLeads } from './leads.ts'
import { members } from './lists/members.ts'
import { teams } from './lists/teams.ts'
import { inventDeals, tellDeals } from './opportunities.ts'
import { tellDocuments } from './papers.ts'
import {
  addressCampaigns,
  keepInTouch,
  restProspects,
  updateAccounts,
  updateContacts,
  welcomeCustomers,
} from './upkeep.ts'
import { createWorld, type World } from './world.ts'

/** The sample data as files by name, in the order in which they are replayed. */
export const tellStory = (): ReadonlyMap<string, string> => {
  const operations = happenings()
  const parts = chapters.map(([name, until], index): readonly [string, string] => {
    const after = chapters[index - 1]?.[1] ?? Number.NEGATIVE_INFINITY
    const own = operations.filter(({ at }) => at.day > after && at.day <= until)
    return [`${name}.jsonl`, own.map(({ written }) => `${JSON.stringify(written)}\n`).join('')]
  })
  const people = members.map(({ email, name, ref, roles }) => ({ email, name, ref, roles }))
  const groups = teams.map(({ key, name, parent, roles }) => ({
    key,
    members: members.filter(({ team }) => team === key).map(({ ref }) => ref),
    name,
    ...(parent === undefined ? {} : { parent }),
    roles,
  }))
  return new Map([['members.json', listed(people)], ['teams.json', listed(groups)], ...parts])
}

const listed = (list: readonly object[]): string => `${JSON.stringify(list, null, 2)}\n`

/** What was known at the beginning, then a quarter each. */
const chapters: readonly (readonly [name: string, until: number])[] = [
  ['01-opening', -362],
  ['02-first-quarter', -273],
  ['03-second-quarter', -182],
  ['04-third-quarter', -91],
  ['05-fourth-quarter', -1],
]

const happenings = (): readonly Operation[] => {
  const world: World = createWorld()
  const next = createCompanies(world)
  tellCatalogue(world)
  tellOpeningAccounts(world, next)
  tellOpeningContacts(world)
  const sales = tellDeals(world, [...inventDeals(world), ...tellLeads(world, next)])
  welcomeCustomers(world, sales)
  restProspects(world)
  for (const sale of sales) {
    if (sale.solution.contract === undefined) billSale(world, sale)
    else contractOfSale(world, sale)
  }
  tellOpeningContracts(world)
  tellSmallOrders(world)
  tellCases(world)
  tellDuplicates(world)
  keepInTouch(world)
  updateAccounts(world)
  updateContacts(world)
  addressCampaigns(world)
  tellDocuments(world, sales)
  return world.history.operations()
}
