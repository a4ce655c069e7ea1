import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigError, variables } from './config-problems.ts'
import { loadConfig, parseEnvironment } from './config.ts'

const secret = 'x'.repeat(32)

const codesOf = (env: Record<string, string>): readonly string[] => {
  try {
    parseEnvironment(env)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return error instanceof ConfigError ? error.issues.map(({ code }) => code) : []
  }
}

const folder = (): string => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'telar-config-'))
  onTestFinished(() => fs.rmSync(made, { recursive: true, force: true }))
  return made
}

describe('the environment', () => {
  it('may be empty: everything has a default', () => {
    expect(parseEnvironment({})).toEqual({
      port: 4400,
      host: '127.0.0.1',
      database: { kind: 'embedded' },
      dataDir: path.resolve('data'),
      template: 'sales',
      workspace: 'main',
      role: 'all',
      administrator: undefined,
      secret: undefined,
      baseUrl: undefined,
      smtpUrl: undefined,
    })
  })

  it('decides everything', () => {
    const config = parseEnvironment({
      PORT: '80',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://me:secret@db.example.com/crm?sslmode=require',
      TELAR_DATA_DIR: '/srv/telar',
      TELAR_TEMPLATE: 'service',
      TELAR_WORKSPACE: 'acme-2',
      TELAR_ROLE: 'web',
      TELAR_ADMIN_EMAIL: 'ana@example.com',
      TELAR_ADMIN_PASSWORD: 'correct horse',
      TELAR_SECRET: secret,
      TELAR_BASE_URL: 'https://crm.example.com/telar/',
      SMTP_URL: 'smtps://me:secret@mail.example.com',
      TELAR_MAIL_FROM: 'Acme CRM <crm@example.com>',
      TELAR_OIDC_ISSUER: 'https://login.example.com/acme/',
      TELAR_OIDC_CLIENT_ID: 'telar',
      TELAR_OIDC_CLIENT_SECRET: 'hidden',
      HOME: '/somewhere',
    })
    expect(config).toEqual({
      port: 80,
      host: '0.0.0.0',
      database: { kind: 'server', url: 'postgres://me:secret@db.example.com/crm?sslmode=require' },
      dataDir: path.resolve('/srv/telar'),
      template: 'service',
      workspace: 'acme-2',
      role: 'web',
      administrator: { email: 'ana@example.com', password: 'correct horse' },
      secret,
      baseUrl: 'https://crm.example.com/telar',
      smtpUrl: 'smtps://me:secret@mail.example.com',
      mailFrom: 'Acme CRM <crm@example.com>',
      oidc: {
        issuer: 'https://login.example.com/acme/',
        clientId: 'telar',
        clientSecret: 'hidden',
        name: 'login.example.com',
      },
    })
  })

  it('treats an empty variable as an unset one', () => {
    expect(codesOf({ PORT: '', TELAR_ROLE: ' ', DATABASE_URL: '' })).toEqual([])
  })

  it.each([
    ['PORT', ['-1', '70000', '80a', '4.5', '0x50']],
    ['HOST', ['two words', 'http://host', 'a/b']],
    ['DATABASE_URL', ['localhost', 'mysql://host/db', 'postgres://host', 'postgres:///db']],
    ['TELAR_WORKSPACE', ['Main', '1st', 'a_b', 'x'.repeat(41), '"; drop table']],
    ['TELAR_ROLE', ['master', 'Web']],
    ['TELAR_SECRET', ['short']],
    ['TELAR_BASE_URL', ['crm.example.com', 'ftp://host', 'https://host/?a=b', 'https://host/#x']],
    ['TELAR_MAIL_FROM', ['crm', 'Acme <crm>', 'a@b.c, d@e.f', 'Acme\n<a@b.c>']],
    ['TELAR_OIDC_ISSUER', ['login.example.com', 'http://login.example.com', 'https://x/?a=b', 'https://u:p@x']],
    ['TELAR_OIDC_NAME', ['x'.repeat(61)]],
    ['SMTP_URL', ['mail.example.com', 'http://mail.example.com']],
  ] as const)('refuses a malformed %s', (name, values) => {
    for (const value of values) expect(codesOf({ [name]: value }), value).toContain(`CONFIG_${name}`)
  })

  it('refuses a malformed administrator', () => {
    expect(codesOf({ TELAR_ADMIN_EMAIL: 'ana', TELAR_ADMIN_PASSWORD: 'short' })).toEqual([
      'CONFIG_TELAR_ADMIN_EMAIL',
      'CONFIG_TELAR_ADMIN_PASSWORD',
    ])
    expect(codesOf({ TELAR_ADMIN_EMAIL: 'ana@example.com' })).toEqual(['CONFIG_ADMIN_INCOMPLETE'])
  })

  it('refuses a first password that anybody would try', () => {
    const codes = (password: string) =>
      codesOf({ TELAR_ADMIN_EMAIL: 'carmela@example.com', TELAR_ADMIN_PASSWORD: password })
    expect(codes('Password2026!')).toEqual(['CONFIG_ADMIN_PASSWORD_WEAK'])
    expect(codes('carmela and the sea')).toEqual(['CONFIG_ADMIN_PASSWORD_WEAK'])
    expect(codes('correct horse battery')).toEqual([])
  })

  it('takes an identity provider whole or not at all', () => {
    expect(codesOf({ TELAR_OIDC_ISSUER: 'https://login.example.com' })).toEqual(['CONFIG_OIDC_INCOMPLETE'])
    expect(codesOf({ TELAR_OIDC_NAME: 'Acme' })).toEqual(['CONFIG_OIDC_INCOMPLETE'])
    const here = { TELAR_OIDC_ISSUER: 'http://127.0.0.1:8080/realms/acme', TELAR_OIDC_CLIENT_ID: 'telar' }
    expect(parseEnvironment({ ...here, TELAR_OIDC_NAME: 'Acme' }).oidc).toEqual({
      issuer: 'http://127.0.0.1:8080/realms/acme',
      clientId: 'telar',
      clientSecret: undefined,
      name: 'Acme',
    })
  })

  it('needs a shared secret and a shared database when the roles are apart', () => {
    expect(codesOf({ TELAR_ROLE: 'worker' })).toEqual(['CONFIG_ROLE_NEEDS_SECRET', 'CONFIG_ROLE_NEEDS_DATABASE'])
  })

  it('names all problems at once, one sentence each, in both languages, without a secret in them', () => {
    const env = { PORT: 'x', TELAR_SECRET: 'hunter2', TELAR_PORT: '1', TELAR_ROLE: 'x' }
    const error = (() => {
      try {
        return parseEnvironment(env)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({
      message: [
        `TELAR_PORT is no setting of Telar; known are ${variables.join(', ')}.`,
        'PORT must be a port number from 0 to 65535, for example 4400.',
        'TELAR_ROLE must be all, web or worker.',
        'TELAR_SECRET must have at least 32 characters, best random ones, the same on every server.',
      ].join('\n'),
    })
    const spanish = error instanceof ConfigError ? error.sentences('es') : []
    expect(spanish).toHaveLength(4)
    expect(spanish[2]).toBe('TELAR_ROLE debe ser all, web o worker.')
  })
})

describe('the secret', () => {
  it('is made once and kept where only its owner reads it', () => {
    const dataDir = path.join(folder(), 'data')
    const first = loadConfig({ TELAR_DATA_DIR: dataDir })
    const second = loadConfig({ TELAR_DATA_DIR: dataDir })
    expect(first.secret).toMatch(/^[\w-]{43}$/)
    expect(second.secret).toBe(first.secret)
    expect(fs.statSync(path.join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('that is set leaves the data directory alone', () => {
    const dataDir = path.join(folder(), 'data')
    expect(loadConfig({ TELAR_DATA_DIR: dataDir, TELAR_SECRET: secret }).secret).toBe(secret)
    expect(fs.existsSync(dataDir)).toBe(false)
  })

  it('that cannot be kept is one clear sentence', () => {
    const file = path.join(folder(), 'data')
    fs.writeFileSync(file, '')
    expect(() => loadConfig({ TELAR_DATA_DIR: file })).toThrow(`The data directory ${file} is not a folder`)
  })
})
