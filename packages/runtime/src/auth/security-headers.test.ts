import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'

const headersOf = async (isHttps: boolean, path = '/'): Promise<Headers> => {
  const app = new Hono()
  app.use(securityHeaders({ isHttps }))
  app.get('/', (context) => context.text('hello'))
  app.get('/file', (context) => context.body('x', 200, { 'content-security-policy': "sandbox; default-src 'none'" }))
  return (await app.request(path)).headers
}

test('an answer says exactly what a browser may do with it', async () => {
  const headers = await headersOf(false)
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
      "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; worker-src 'self' blob:",
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('permissions-policy')).toContain('camera=()')
})

test('only an https server binds browsers to https', async () => {
  expect((await headersOf(false)).get('strict-transport-security')).toBeNull()
  expect((await headersOf(true)).get('strict-transport-security')).toBe('max-age=31536000')
})

test('an answer with a stricter policy of its own keeps it', async () => {
  expect((await headersOf(false, '/file')).get('content-security-policy')).toBe("sandbox; default-src 'none'")
})

test('a page that does not exist has the headers too', async () => {
  expect((await headersOf(false, '/nothing')).get('x-content-type-options')).toBe('nosniff')
})
