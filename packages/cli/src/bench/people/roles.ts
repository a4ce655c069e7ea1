import { type JsonObject, stringAt } from '@telar/metadata'

const role = (id: string, title: string, deal: JsonObject): JsonObject => ({
  'x-id': `ro_${id}`,
  title,
  modules: { deal, company: { read: 'all' } },
})

/** Whatever else they may do, people of the bench read: some theirs, some their teams', some without the amounts. */
export const benchRoles = {
  representative: role('benchrepre', 'Representative', { read: 'own', create: 'own', update: 'own' }),
  colleague: role('benchcolle', 'Colleague', { read: 'team' }),
  lead: role('benchleads', 'Team lead', { read: 'teamTree', update: 'teamTree' }),
  assistant: role('benchassis', 'Assistant', { read: 'own' }),
  clerk: role('benchclerk', 'Clerk', { read: 'teamTree', fields: { amount: 'hidden' } }),
} as const

export type BenchRole = keyof typeof benchRoles

export const roleDocuments: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  Object.entries(benchRoles).map(([name, document]) => [`roles/${name}.json`, document]),
)

export const roleId = (name: BenchRole): string => stringAt(benchRoles[name], 'x-id') ?? ''
