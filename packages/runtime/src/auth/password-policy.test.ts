import { expect, test } from 'vitest'
import { checkPassword } from './password-policy.ts'

const owner = { name: 'José Martínez Gil', email: 'jose.martinez@acme.example' }

const codes = (password: string) => checkPassword(password, owner).map(({ code }) => code)

test.each([
  'correct horse battery',
  'caballo grapa batería',
  'Tz8-qp2-Wm5',
  'k3L.v9!xQ2',
  '🌵🌊🌋🌽🍋🍇🍉🍒',
  'x'.repeat(60) + 'yz12',
])('%s is a good password', (password) => expect(codes(password)).toEqual([]))

test.each([
  'Password2024!',
  'P@ssw0rd!!!!',
  'Contraseña1',
  'contrasena-2026',
  '1234567890',
  '01/01/1990',
  '+34 600 123 456',
  'aaaaaaaaaaaa',
  'abababababab',
  'qwertyuiop',
  'qwerty123456',
  '1q2w3e4r5t',
  'adminadmin1',
  'WelcomePassword',
  'Bienvenido2025',
  'Verano2026!',
  'RealMadrid1902',
  'iloveyou.....',
  'abcdefghij',
  'telar-telar-1',
])('%s is too easy to guess', (password) => expect(codes(password)).toEqual(['PASSWORD_COMMON']))

test.each(['jose.martinez@acme.example', 'horse-MARTINEZ-battery', 'Martínez-battery', 'JOSE1234567x'])(
  '%s contains the name or the e-mail address of its owner',
  (password) => expect(codes(password)).toContain('PASSWORD_PERSONAL'),
)

test('short parts of a name may stand in a password', () => {
  expect(codes('a gilded horse')).toEqual([])
})

test('nothing is said about the words of a password that is too short or too long', () => {
  expect(codes('password')).toEqual(['minLength'])
  expect(codes('')).toEqual(['minLength'])
  expect(codes('password'.repeat(17))).toEqual(['maxLength'])
})

test('a hostile password takes no time: only known words are tried, once at each place', () => {
  expect(codes(`${'passpasswd'.repeat(12)}#Q`)).toEqual([])
})
