import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tellStory } from '../../tools/seed/story.ts'
import { documents, fieldsOf, modules, optionLists, targetOf } from './sales-model.ts'
import {
  dayOf,
  members,
  membersIn,
  records,
  recordsOf,
  refsIn,
  seedFiles,
  seedFolder,
  type Step,
  steps,
  teamOf,
  teams,
  valueOf,
} from './sales-seed.ts'
import { isObject, type Json, type JsonObject, list, object, objects, text } from './template-documents.ts'

describe('the sample data as it is checked in', () => {
  it('is what the generator writes', () => {
    const told = tellStory()
    expect(seedFiles).toEqual([...told.keys()].toSorted())
    const different = [...told].filter(([name, written]) => readFileSync(`${seedFolder}${name}`, 'utf8') !== written)
    expect(different.map(([name]) => name)).toEqual([])
  })

  it('has thousands of records of every module and stays under four megabytes', () => {
    expect(records.size).toBeGreaterThanOrEqual(3000)
    expect([...modules.keys()].filter((module) => recordsOf(module).length < 10)).toEqual([])
    expect(seedFiles.reduce((sum, file) => sum + statSync(`${seedFolder}${file}`).size, 0)).toBeLessThan(4_000_000)
  })

  it('names its people once, with addresses that lead nowhere', () => {
    expect(members.length).toBeGreaterThanOrEqual(9)
    expect(members.length).toBeLessThanOrEqual(15)
    const known = new Set(members.map((member) => text(member['ref'])))
    expect(known.size).toBe(members.length)
    expect(members.filter((member) => !text(member['email']).endsWith('.example'))).toEqual([])
    const named = new Set(steps.flatMap((step) => [step.by, ...membersIn(step.data)]))
    expect([...named].filter((name) => !known.has(name))).toEqual([])
    // Who reads only has left no trace.
    expect([...known].filter((name) => !named.has(name))).toEqual(['nuria', 'hugo', 'pilar'])
  })

  it('has everybody in one team, and a role for everybody', () => {
    const belonging = teams.flatMap((team) => list(team['members']).map(text))
    expect(belonging.toSorted()).toEqual(members.map((member) => text(member['ref'])).toSorted())
    const roles = new Set([...documents.keys()].flatMap((path) => /^roles\/(.*)\.json$/.exec(path)?.[1] ?? []))
    const held = members.map((member) => {
      const team = teams.find((one) => list(one['members']).includes(text(member['ref'])))
      return [...list(member['roles']), ...list(team?.['roles'])].map(text)
    })
    expect(held.filter((names) => names.length === 0)).toEqual([])
    expect(new Set(held.flat())).toEqual(roles)
  })

  it('names teams after those above them', () => {
    const keys = teams.map((team) => text(team['key']))
    expect(teams.filter((team, at) => 'parent' in team && !keys.slice(0, at).includes(text(team['parent'])))).toEqual(
      [],
    )
  })

  it('gives with an owner the owner’s team', () => {
    const given = steps.filter(({ data }) => 'ownerId' in data)
    expect(given.length).toBeGreaterThan(100)
    expect(
      given.filter(
        ({ data }) => text(object(data['teamId'])['team']) !== teamOf(text(object(data['ownerId'])['member'])),
      ),
    ).toEqual([])
  })
})

const orderOf = ({ day, time }: Step): number => day * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

describe('the history', () => {
  it('goes forward in time, from a year ago to yesterday', () => {
    const back = steps.filter((step, at) => at > 0 && orderOf(step) < orderOf(steps[at - 1] ?? step))
    expect(back.map(({ line }) => line)).toEqual([])
    expect(steps.filter(({ day, time }) => day < -372 || day > -1 || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))).toEqual(
      [],
    )
    expect(steps[0]?.day).toBeLessThan(-364)
    expect(steps.at(-1)?.day).toBe(-1)
  })

  it('names only records that were made before, of the module that the link leads to', () => {
    const known = new Map<string, string>()
    const problems = steps.flatMap((step) => {
      const missing = [...refsIn(step.data), ...(step.to === '' ? [] : [step.to])].filter((ref) => !known.has(ref))
      const own = step.op === 'create' ? known.has(step.ref) : !known.has(step.ref)
      const wrong = linksOf(step, known.get(step.ref) ?? step.module).filter(
        ({ ref, target }) => known.get(ref) !== target,
      )
      if (step.op === 'create') known.set(step.ref, step.module)
      return missing.length > 0 || own || wrong.length > 0 ? [step.line] : []
    })
    expect(problems).toEqual([])
  })

  it('changes in every update something', () => {
    expect(steps.filter(({ op, data }) => op === 'update' && Object.keys(data).length === 0)).toEqual([])
  })
})

const linksOf = (step: Step, module: string): readonly { readonly ref: string; readonly target: string }[] => {
  const fields = fieldsOf(module)
  if (step.op === 'link') {
    const field = fields.get(step.link)
    return [{ ref: step.to, target: field === undefined ? 'no such link' : targetOf(field) }]
  }
  return Object.entries(step.data).flatMap(([name, value]) => {
    const field = fields.get(name)
    return field?.kind === 'link' && isObject(value) ? [{ ref: text(value['ref']), target: targetOf(field) }] : []
  })
}

/** Reads the conditions of the template on a record: the few operators that they use. */
const holds = (filter: JsonObject, data: JsonObject): boolean => {
  if ('all' in filter) return objects(filter['all']).every((part) => holds(part, data))
  if ('any' in filter) return objects(filter['any']).some((part) => holds(part, data))
  const value = data[text(filter['field'])] ?? null
  const compared = filter['value'] ?? null
  const answers: Readonly<Record<string, () => boolean>> = {
    equals: () => value === compared,
    notEquals: () => value !== compared,
    in: () => list(compared).includes(value),
    notIn: () => !list(compared).includes(value),
    isEmpty: () => value === null,
    isNotEmpty: () => value !== null,
    greaterThan: () => Number(value) > Number(compared),
  }
  const answer = answers[text(filter['op'])]
  if (answer === undefined) throw new Error(`The test cannot read ${text(filter['op'])}.`)
  return answer()
}

const shapes: Readonly<Record<string, (value: Json) => boolean>> = {
  money: (value) => isObject(value) && /^\d+\.\d\d$/.test(text(value['amount'])) && value['currency'] === 'EUR',
  percent: (value) => typeof value === 'string' && Number(value) >= 0 && Number(value) <= 100,
  decimal: (value) => typeof value === 'string' && Number(value) >= 0,
  date: (value) =>
    typeof value === 'string' ? /^\d{4}-\d\d-\d\d$/.test(value) : typeof object(value)['$date'] === 'number',
  'date-time': (value) =>
    isObject(value) && typeof value['$dateTime'] === 'number' && /^\d\d:\d\d$/.test(text(value['time'])),
  phone: (value) => /^\+(34[6789]\d{8}|351\d{9}|33\d{9})$/.test(text(value)),
  email: (value) => /^[a-z0-9.]+@[a-z0-9.]+\.example$/.test(text(value)),
  uri: (value) => /^https:\/\/([a-z0-9.]+\.example|www\.linkedin\.com)\//.test(`${text(value)}/`),
  address: (value) =>
    isObject(value) && ['street', 'city', 'state', 'postalCode', 'country'].every((part) => text(value[part]) !== ''),
  'person-name': (value) => isObject(value) && text(value['first']) !== '' && text(value['last']) !== '',
  link: (value) => isObject(value) && text(value['ref']) !== '',
  user: (value) => isObject(value) && text(value['member']) !== '',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  'composite-list': (value) => objects(value).length > 0,
}

/** What stands for the owner and the team. */
const holders = new Map([
  ['ownerId', 'member'],
  ['teamId', 'team'],
])

const problemsOf = (module: string, name: string, value: Json): readonly string[] => {
  const holder = holders.get(name)
  if (holder !== undefined) return text(object(value)[holder]) === '' ? [`${module}.${name}`] : []
  const field = fieldsOf(module).get(name)
  if (field === undefined || field.schema['readOnly'] === true || field.kind === 'auto-number') {
    return [`${module}.${name} may not be written`]
  }
  const options = optionLists.get(text(field.schema['x-options']))
  if (options === undefined)
    return fits(field.kind, value, field.schema) ? [] : [`${module}.${name}: ${JSON.stringify(value)}`]
  const values = Array.isArray(value) ? list(value).map(text) : [text(value)]
  return values.filter((one) => !options.includes(one)).map((one) => `${module}.${name}: ${one}`)
}

const fits = (kind: string, value: Json, schema: JsonObject): boolean => {
  const most = Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY)
  const shape = shapes[kind] ?? ((one) => typeof one === 'string' && one.trim() === one && one !== '')
  return shape(value) && text(value).length <= most
}

describe('every write of the history', () => {
  it('gives each field a value of its kind', () => {
    const problems = steps.flatMap(({ data, ref }) =>
      Object.entries(data).flatMap(([name, value]) => problemsOf(records.get(ref)?.module ?? '', name, value)),
    )
    expect([...new Set(problems)]).toEqual([])
  })

  it('leaves no required field empty, as the record stands after it', () => {
    const now = new Map<string, JsonObject>()
    const problems = steps
      .filter(({ op }) => op !== 'link')
      .flatMap((step) => {
        const module = records.get(step.ref)?.module ?? ''
        const data = { ...now.get(step.ref), ...step.data }
        now.set(step.ref, data)
        const required = list(modules.get(module)?.['required']).map(text)
        const conditional = [...fieldsOf(module).values()].filter(
          ({ schema }) => 'x-required' in schema && holds(object(schema['x-required']), withDefaults(module, data)),
        )
        const missing = [...required, ...conditional.map(({ name }) => name)].filter(
          (name) => (withDefaults(module, data)[name] ?? null) === null,
        )
        return missing.map((name) => `${module}.${name}: ${step.line}`)
      })
    expect(problems).toEqual([])
  })

  it('repeats no value of a unique field', () => {
    const repeated = [...modules.keys()].flatMap((module) =>
      [...fieldsOf(module).values()]
        .filter(({ schema }) => schema['x-unique'] === true)
        .flatMap(({ name }) => {
          const values = recordsOf(module)
            .map((record) => valueOf(record, name))
            .filter((value) => value !== '')
          return values
            .filter((value, at) => values.indexOf(value) !== at)
            .map((value) => `${module}.${name}: ${value}`)
        }),
    )
    expect(repeated).toEqual([])
  })

  it('closes what was begun: nothing ends before it starts', () => {
    const pairs = [
      ['contract', 'startDate', 'endDate'],
      ['campaign', 'startDate', 'endDate'],
      ['invoice', 'issuedOn', 'dueDate'],
      ['invoice', 'issuedOn', 'paidOn'],
      ['quote', 'issuedOn', 'decidedOn'],
      ['case', 'openedAt', 'resolvedAt'],
      ['meeting', 'startsAt', 'endsAt'],
    ] as const
    const wrong = pairs.flatMap(([module, from, until]) =>
      recordsOf(module)
        .filter((record) => (dayOf(record, until) ?? 9999) < (dayOf(record, from) ?? -9999))
        .map(({ ref }) => `${module} ${ref}`),
    )
    expect(wrong).toEqual([])
  })
})

function withDefaults(module: string, data: JsonObject): JsonObject {
  const defaults = [...fieldsOf(module).values()].flatMap(({ name, schema }) =>
    'default' in schema ? [[name, schema['default'] ?? null] as const] : [],
  )
  return { ...Object.fromEntries(defaults), ...data }
}
