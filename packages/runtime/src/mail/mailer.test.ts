import { expect, test } from 'vitest'
import { senderFor } from './mailer.ts'

test('the sender is the user of the mail server, or else an address of the server itself', () => {
  expect(senderFor('smtp://crm%40example.com:x@mail.example.com', 'https://telar.example.com')).toBe(
    'Telar <crm@example.com>',
  )
  expect(senderFor('smtp://user:x@mail.example.com', 'https://telar.example.com/crm')).toBe(
    'Telar <telar@telar.example.com>',
  )
})
