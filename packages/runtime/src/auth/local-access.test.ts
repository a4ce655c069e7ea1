import { describe, expect, it } from 'vitest'
import { createLocalAccess, type LocalRequest } from './local-access.ts'

const access = createLocalAccess()

const request = (change: Partial<LocalRequest> = {}, headers: Record<string, string> = {}): LocalRequest => ({
  headers: new Headers({ authorization: `Bearer ${access.token}`, ...headers }),
  url: 'http://127.0.0.1:4400/api/w/main/model',
  remoteAddress: '127.0.0.1',
  ...change,
})

describe('the way in for commands', () => {
  it('admits the token from this machine, by IPv4 and IPv6', () => {
    expect(access.admits(request())).toBe(true)
    expect(access.admits(request({ remoteAddress: '::ffff:127.0.0.1', url: 'http://localhost:4400/' }))).toBe(true)
    expect(access.admits(request({ remoteAddress: '::1', url: 'http://[::1]:4400/' }))).toBe(true)
  })

  it('has another token in every server', () => {
    expect(createLocalAccess().token).not.toBe(access.token)
    expect(createLocalAccess().admits(request())).toBe(false)
  })

  it.each([
    ['no token', { authorization: '' }],
    ['an empty token', { authorization: 'Bearer ' }],
    ['half a token', { authorization: `Bearer ${access.token.slice(0, -1)}` }],
    ['a longer token', { authorization: `Bearer ${access.token}x` }],
    ['the token as another scheme', { authorization: `Basic ${access.token}` }],
  ])('refuses %s', (_what, headers) => {
    expect(access.admits(request({}, headers))).toBe(false)
  })

  it.each([
    ['another machine', { remoteAddress: '192.168.1.7' }],
    ['an address that only begins like this machine', { remoteAddress: '127.0.0.1.example.com' }],
    ['nobody knows where', { remoteAddress: undefined }],
    ['a page that calls this machine by another name', { url: 'http://crm.example.com/' }],
    ['an address that is none', { url: 'nonsense' }],
  ])('refuses the token from %s', (_what, change) => {
    expect(access.admits(request(change))).toBe(false)
  })

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])(
    'refuses what a proxy hands on (%s)',
    (name) => {
      expect(access.admits(request({}, { [name]: '127.0.0.1' }))).toBe(false)
    },
  )
})
