import type { TeamNode } from '@telar/client'
import { expect, test } from 'vitest'
import { rolesThrough, teamOptions, withAllBelow } from './team-options.ts'

const team = (id: string, parent: string | null): TeamNode => ({
  id,
  parent,
  key: id,
  name: id.toUpperCase(),
  depth: 0,
  members: [],
  roles: [],
})

const tree = [team('sales', null), team('north', 'sales'), team('bilbao', 'north'), team('service', null)]

test('a team is named with the teams above it', () => {
  expect(teamOptions(tree).map(({ label }) => label)).toEqual([
    'SALES',
    'SALES › NORTH',
    'SALES › NORTH › BILBAO',
    'SERVICE',
  ])
})

test('a team cannot be moved to itself or below', () => {
  expect([...withAllBelow(tree, 'north')]).toEqual(['north', 'bilbao'])
  expect([...withAllBelow(tree, 'service')]).toEqual(['service'])
})

test('a team gives the roles of the teams above it', () => {
  const roles = tree.map((one) => ({ ...one, roles: [`of-${one.id}`] }))
  expect(rolesThrough(roles, ['bilbao', 'service'])).toEqual(['of-bilbao', 'of-north', 'of-sales', 'of-service'])
  expect(rolesThrough(roles, [])).toEqual([])
})
