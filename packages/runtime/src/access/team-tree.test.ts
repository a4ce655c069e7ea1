import { describe, expect, it } from 'vitest'
import { teamsAbove } from './directory.ts'
import { checkParent, inTreeOrder, keyFrom, teamsBelow } from './team-tree.ts'

const teamsOf = (parents: Readonly<Record<string, string | null>>) =>
  new Map(Object.entries(parents).map(([id, parent]) => [id, { id, key: id, name: id, parent }]))

const chain = (length: number) =>
  teamsOf(
    Object.fromEntries(
      Array.from({ length }, (_, index) => [`t${String(index)}`, index === 0 ? null : `t${String(index - 1)}`]),
    ),
  )

const codes = (...given: Parameters<typeof checkParent>): readonly string[] =>
  checkParent(...given).map(({ code }) => code)

describe('the tree', () => {
  const teams = teamsOf({ north: 'spain', spain: null, galicia: 'north', france: null })

  it('is told with parents before their children', () => {
    expect(inTreeOrder(teams).map(({ team, depth }) => `${team.id} ${String(depth)}`)).toEqual([
      'spain 0',
      'north 1',
      'galicia 2',
      'france 0',
    ])
  })

  it('knows what lies above and below a team', () => {
    expect(teamsAbove(teams, 'galicia').map(({ id }) => id)).toEqual(['galicia', 'north', 'spain'])
    expect([...teamsBelow(teams, 'spain')].toSorted()).toEqual(['galicia', 'north', 'spain'])
    expect(teamsAbove(teams, 'nowhere')).toEqual([])
  })

  it('ends for a circle that should not be there', () => {
    const circle = teamsOf({ one: 'other', other: 'one' })
    expect(teamsAbove(circle, 'one')).toHaveLength(2)
    expect(teamsBelow(circle, 'one').size).toBe(2)
    expect(inTreeOrder(circle)).toEqual([])
  })

  it('takes a team below another unless that makes a circle', () => {
    expect(codes(teams, 'france', 'galicia')).toEqual([])
    expect(codes(teams, 'spain', null)).toEqual([])
    expect(codes(teams, undefined, 'galicia')).toEqual([])
    for (const parent of ['spain', 'north', 'galicia']) expect(codes(teams, 'spain', parent)).toEqual(['TEAM_CYCLE'])
    expect(codes(teams, 'spain', 'nowhere')).toEqual(['TEAM_MISSING'])
  })

  it('is at most twenty levels deep, with what comes along', () => {
    expect(codes(chain(19), undefined, 't18')).toEqual([])
    expect(codes(chain(20), undefined, 't19')).toEqual(['TEAM_TOO_DEEP'])
    const both = new Map([...chain(18), ...teamsOf({ top: null, low: 'top' }), ...teamsOf({ lowest: 'low' })])
    expect(codes(both, 'low', 't17')).toEqual([])
    expect(codes(both, 'top', 't17')).toEqual(['TEAM_TOO_DEEP'])
  })
})

describe('a key', () => {
  it.each([
    ['Ventas Norte', 'ventas-norte'],
    ['  Ñandú & Cía. ', 'nandu-cia'],
    ['2nd line', 'nd-line'],
    ['日本', 'team'],
    ['x'.repeat(200), 'x'.repeat(54)],
  ])('is made of the name %s', (name, key) => {
    expect(keyFrom(name, [])).toBe(key)
  })

  it('is another one than those that are taken', () => {
    expect(keyFrom('North', teamsOf({ north: null, 'north-2': null }).values())).toBe('north-3')
  })
})
