import { expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import { serverThatAnswers } from './test-server.ts'

const clientFor = (...answers: unknown[]) => {
  const { fetch, asked } = serverThatAnswers(...answers.map((value) => new Response(JSON.stringify(value))))
  return { client: createClient({ baseUrl: 'https://crm.example', fetch }), asked }
}

test('a sign-in says whether the second factor is still to be shown', async () => {
  const { client } = clientFor(
    { user: { id: 'u1' } },
    { twoFactorRedirect: true, twoFactorMethods: ['totp'] },
    { status: true },
  )
  expect(await client.auth.signIn('a@b.example', 'x')).toBe('done')
  expect(await client.auth.signIn('a@b.example', 'x')).toBe('code')
})

test('what waits says for how long', async () => {
  const { fetch } = serverThatAnswers(
    new Response(JSON.stringify({ code: 'TOO_MANY_REQUESTS', params: { seconds: 7 } }), { status: 429 }),
  )
  const { auth } = createClient({ baseUrl: 'https://crm.example', fetch })
  await expect(auth.signIn('a@b.example', 'x')).rejects.toMatchObject({ status: 429, params: { seconds: 7 } })
})

test('the ways in are read, and a server that offers none but the password too', async () => {
  const { client } = clientFor(
    { password: true, oidc: { name: 'Acme' }, mail: true },
    { password: true, oidc: null },
    7,
  )
  expect(await client.auth.methods()).toEqual({ oidc: { name: 'Acme' }, mail: true })
  expect(await client.auth.methods()).toEqual({ oidc: null, mail: false })
  expect(await client.auth.methods()).toEqual({ oidc: null, mail: false })
})

test('a key without an end and with all roles says neither', async () => {
  const made = { id: 'k1', name: 'Import', start: 'telar_ab', roles: null, createdAt: 'x', expiresAt: null }
  const { client, asked } = clientFor({ ...made, key: 'telar_abc' }, { ...made, roles: ['finance'], key: 'telar_d' })
  expect(await client.auth.apiKeys.create({ name: 'Import' })).toMatchObject({ roles: null, key: 'telar_abc' })
  expect(await client.auth.apiKeys.create({ name: 'Import', expiresIn: 86_400, roles: ['finance'] })).toMatchObject({
    roles: ['finance'],
  })
  expect(asked.map(({ body }) => body)).toEqual([
    { name: 'Import' },
    { name: 'Import', expiresIn: 86_400, roles: ['finance'] },
  ])
})

test('odd answers become their empty form', async () => {
  const { client } = clientFor(
    null,
    { sessions: [3] },
    { keys: 'x' },
    { roles: [{}], capabilities: ['fly', 'design'] },
    [],
  )
  expect(await client.auth.profile.security()).toEqual({
    hasPassword: false,
    twoFactor: false,
    recoveryCodesLeft: 0,
    oidc: false,
  })
  expect(await client.auth.sessions.list()).toMatchObject([{ id: '', isCurrent: false, browser: null }])
  expect(await client.auth.apiKeys.list()).toEqual([])
  expect(await client.workspace('main').me()).toMatchObject({
    administrator: false,
    roles: [{ name: '', title: '', through: [] }],
    capabilities: ['design'],
  })
  expect(await client.auth.twoFactor.start('x')).toEqual({ uri: '', recoveryCodes: [] })
})
