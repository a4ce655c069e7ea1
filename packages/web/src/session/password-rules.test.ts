import { expect, test } from 'vitest'
import { passwordRules } from './password-rules.ts'

const owner = { name: 'Íñigo Zubiri', email: 'compras.norte@aceros.example' }

const unmet = (password: string) =>
  passwordRules(password, owner)
    .filter(({ isMet }) => !isMet)
    .map(({ text }) => text.replace('auth.rules.', ''))

test('rules are met one by one as somebody writes', () => {
  expect(unmet('')).toEqual(['length', 'personal', 'plain'])
  expect(unmet('abc')).toEqual(['length', 'plain'])
  expect(unmet('abcde')).toEqual(['length'])
  expect(unmet('siete vacas azules')).toEqual([])
})

test('a name or an address is found without its accents, too short parts are not', () => {
  expect(unmet('viva-INIGO-siempre')).toEqual(['personal'])
  expect(unmet('norte-y-tres-mares')).toEqual(['personal'])
  expect(passwordRules('al-mar-con-viento', { name: 'Al Mar', email: '' }).every(({ isMet }) => isMet)).toBe(true)
})

test('digits alone and a few characters again and again are no password', () => {
  expect(unmet('20/11/1975 10')).toEqual(['plain'])
  expect(unmet('abababababab')).toEqual(['plain'])
})
