import { stages } from '../bench-definition.ts'
import { allScopes, type Scope } from '../people/scopes.ts'
import { type Measure, pick, records, type Sample, type ScopeSample } from './measure.ts'

/** The newest 50 of what somebody may see. */
const list = (scope: Scope): Measure => ({
  ...named(scope, 'list', { en: 'newest 50', es: 'los 50 más recientes' }),
  ours: (sample) => ({ method: 'GET', path: `${records}?limit=50&count=none`, ...as(sample, scope) }),
  bare: () => ({ method: 'GET', path: `/scopes/${encodeURIComponent(scope.name)}/deals` }),
})

/** 50 of one stage from an amount on, those that close first. */
const filtered = (scope: Scope): Measure => ({
  ...named(scope, 'filter', { en: 'list 50 (filter, sort)', es: 'listar 50 (filtro y orden)' }),
  ours: (sample) => {
    const filter = {
      all: [
        { field: 'stage', op: 'equals', value: pick(sample, stages) },
        { field: 'amount', op: 'atLeast', value: 10 * sample.below(1000) },
      ],
    }
    const query = `limit=50&sort=closeDate&count=none&filter=${encodeURIComponent(JSON.stringify(filter))}`
    return { method: 'GET', path: `${records}?${query}`, ...as(sample, scope) }
  },
  bare: (sample) => ({
    method: 'GET',
    path: `/scopes/${encodeURIComponent(scope.name)}/deals?stage=${pick(sample, stages)}&least=${10 * sample.below(1000)}`,
  }),
})

const read = (scope: Scope): Measure => ({
  ...named(scope, 'read', { en: 'read one', es: 'leer uno' }),
  ours: (sample) => ({
    method: 'GET',
    path: `${records}/${pick(sample, ofScope(sample, scope).ids)}`,
    ...as(sample, scope),
  }),
  bare: (sample) => ({
    method: 'GET',
    path: `/scopes/${encodeURIComponent(scope.name)}/deals/${pick(sample, ofScope(sample, scope).ids)}`,
  }),
})

const named = ({ name, title, hidesAmount }: Scope, what: string, asked: Measure['title']) => ({
  name: `scope ${name}: ${what}`,
  title: { en: `Scope of ${title.en}: ${asked.en}`, es: `Alcance del ${title.es}: ${asked.es}` },
  target: hidesAmount === true ? null : 0.6,
})

const ofScope = (sample: Sample, { name }: Scope): ScopeSample => {
  const found = sample.scopes.get(name)
  if (found === undefined) throw new Error(`the bench has nobody for the scope ${name}`)
  return found
}

const as = (sample: Sample, scope: Scope) => ({ headers: ofScope(sample, scope).headers })

/** Three requests by somebody with each scope. */
export const scoped: readonly Measure[] = allScopes.flatMap((scope) => [list(scope), filtered(scope), read(scope)])
