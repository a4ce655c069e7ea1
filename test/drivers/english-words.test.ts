import { expect, test } from 'vitest'
import { englishIn } from './english-words.ts'

const model = (plural: string) => ({ modules: { account: { plural, schema: { 'x-inverse-title': 'Accounts' } } } })

test('a word of the author that no screen shows makes no English word right', () => {
  const find = englishIn(model('Accounts'), model('Cuentas'))
  expect(find(['Accounts', 'Cuentas', 'Aceros del Norte'])).toEqual(['Accounts'])
})

test('a word that is the same in both languages is not English', () => {
  expect(englishIn({ title: 'Color' }, { title: 'Color' })(['Color'])).toEqual([])
})
