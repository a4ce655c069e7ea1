import type { JsonObject } from '@telar/metadata'
import { roleDocuments } from './people/roles.ts'

/** Names that the fill, the measures and the bare server share. */
export const stages = ['new', 'qualified', 'meeting', 'proposal', 'negotiation', 'won', 'lost', 'stalled'] as const
const sources = ['web', 'fair', 'referral', 'call', 'partner'] as const
const priorities = ['low', 'normal', 'high'] as const

const schema = 'https://json-schema.org/draft/2020-12/schema'

/** The 25 fields of the measured module: what a sales record usually has. */
const properties: JsonObject = {
  name: { type: 'string', maxLength: 255 },
  code: { type: 'string', maxLength: 40 },
  email: { type: 'string', format: 'email' },
  phone: { 'x-field': 'phone' },
  website: { type: 'string', format: 'uri' },
  city: { type: 'string' },
  reference: { type: 'string' },
  description: { 'x-field': 'multiline' },
  stage: { enum: [...stages] },
  source: { enum: [...sources] },
  priority: { enum: [...priorities] },
  employees: { type: 'integer', minimum: 0 },
  score: { type: 'integer', minimum: 0, maximum: 100 },
  visits: { type: 'integer' },
  weight: { type: 'number' },
  discount: { 'x-field': 'decimal', 'x-scale': 2 },
  probability: { 'x-field': 'percent' },
  amount: { 'x-field': 'money', 'x-minimum': 0 },
  closeDate: { type: 'string', format: 'date' },
  nextStep: { type: 'string', format: 'date' },
  meetingAt: { type: 'string', format: 'date-time' },
  active: { type: 'boolean' },
  newsletter: { type: 'boolean' },
  company: { 'x-field': 'link', 'x-link': { module: 'company', inverse: 'deals', onDelete: 'restrict' } },
  manager: { 'x-field': 'user' },
}

const named = (document: JsonObject): JsonObject => document

/** A definition of two modules, companies and the deals that are measured, and the roles of those who read them. */
export const benchDefinition: Readonly<Record<string, JsonObject>> = {
  'telar.json': named({ name: 'bench', title: 'Bench', version: '1.0.0', currency: 'EUR', timeZone: 'Europe/Madrid' }),
  'modules/company.json': named({
    $schema: schema,
    title: 'Company',
    type: 'object',
    'x-module': { plural: 'Companies', name: '{name}' },
    properties: { name: { type: 'string' } },
  }),
  'modules/deal.json': named({
    $schema: schema,
    title: 'Deal',
    type: 'object',
    required: ['name', 'stage'],
    'x-module': { plural: 'Deals', name: '{name}' },
    'x-indexes': [['stage', 'closeDate']],
    properties,
  }),
  ...roleDocuments,
}

/** Many ordinary modules, for what a large definition costs. */
export const largeDefinition = (modules: number): Readonly<Record<string, JsonObject>> => ({
  'telar.json': named({ name: 'large', title: 'Large', version: '1.0.0' }),
  ...Object.fromEntries(
    Array.from({ length: modules }, (_, index) => {
      const { company: _company, ...own } = properties
      const link =
        index === 0
          ? {}
          : { parent: { 'x-field': 'link', 'x-link': { module: `module-${index - 1}`, inverse: 'children' } } }
      return [
        `modules/module-${index}.json`,
        named({
          $schema: schema,
          title: `Module ${index}`,
          type: 'object',
          required: ['name'],
          'x-module': { name: '{name}' },
          properties: { ...own, ...link },
        }),
      ]
    }),
  ),
})
