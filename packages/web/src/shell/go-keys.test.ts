import { expect, test } from 'vitest'
import { goKeys } from './go-keys.ts'

test('each place gets the first letter of its title that is free', () => {
  const keys = goKeys([
    { name: 'contact', title: 'Contactos' },
    { name: 'campaign', title: 'Campañas' },
    { name: 'area', title: 'Áreas' },
    { name: 'c', title: 'cc' },
  ])
  expect(Object.fromEntries(keys)).toEqual({ c: 'contact', a: 'campaign', r: 'area' })
})
