import { expect, it } from 'vitest'
import { fieldTypes } from '../fields/index.ts'
import { nameKey } from './physical-names.ts'

it('keeps the keys under which databases in use know their columns', () => {
  const keys = [...fieldTypes.values()].map(({ kind, storage }) => [kind, nameKey('fi', storage)])
  expect(Object.fromEntries(keys)).toMatchObject({
    text: 'fi:value=text',
    link: 'fi:link',
    links: 'fi:links',
    user: 'fi:member',
    team: 'fi:team',
    money: 'fi:amount=numeric,currency=text,base=numeric',
  })
})
