import path from 'node:path'
import { checkPassword } from './auth/password-policy.ts'
import { configProblem, ConfigError, variables, type ConfigCode, type Variable } from './config-problems.ts'
import { keptSecret } from './secret.ts'

/** Everything that the environment decides; complete, checked, read once. */
export interface RuntimeConfig {
  readonly port: number
  readonly host: string
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'server'; readonly url: string }
  readonly dataDir: string
  readonly template: string
  /** The slug of the first workspace. */
  readonly workspace: string
  readonly role: (typeof roles)[number]
  /** The first administrator; without one the first visit asks, with the one-time token that the start prints. */
  readonly administrator: { readonly email: string; readonly password: string } | undefined
  readonly secret: string
  /** The address that people open, where it is not the one we listen on. */
  readonly baseUrl: string | undefined
  readonly smtpUrl: string | undefined
  /** The sender of mails. */
  readonly mailFrom?: string | undefined
  /** The identity provider through which people may sign in. */
  readonly oidc?: OidcConfig | undefined
}

export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  /** A provider may do without: the exchange is protected by PKCE. */
  readonly clientSecret: string | undefined
  /** What people call the provider. */
  readonly name: string
}

const roles = ['all', 'web', 'worker'] as const

type Environment = Readonly<Record<string, string | undefined>>

type ParsedConfig = Omit<RuntimeConfig, 'secret'> & { readonly secret: string | undefined }

/** Reads the environment, or throws a `ConfigError` with every problem; a secret that is not set is made once and kept. */
export const loadConfig = (env: Environment = process.env): RuntimeConfig => {
  const config = parseEnvironment(env)
  return { ...config, secret: config.secret ?? keptSecret(config.dataDir) }
}

/** The pure part: environment in, checked values out. */
export const parseEnvironment = (env: Environment): ParsedConfig => {
  const problems: ConfigCode[] = []
  const read = <T>(name: Variable, parse: (value: string) => T | undefined): T | undefined => {
    const value = valueOf(env, name)
    const parsed = value === undefined ? undefined : parse(value)
    if (value !== undefined && parsed === undefined) problems.push(`CONFIG_${name}`)
    return parsed
  }
  const url = read('DATABASE_URL', databaseUrl)
  const email = read('TELAR_ADMIN_EMAIL', matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/))
  const password = read('TELAR_ADMIN_PASSWORD', ofLength(10, 128))
  const config = {
    port: read('PORT', portNumber) ?? 4400,
    host: read('HOST', matching(/^[\w.:-]+$/)) ?? '127.0.0.1',
    database: url === undefined ? ({ kind: 'embedded' } as const) : ({ kind: 'server', url } as const),
    dataDir: path.resolve(read('TELAR_DATA_DIR', ofLength(1, 4096)) ?? './data'),
    template: read('TELAR_TEMPLATE', ofLength(1, 4096)) ?? 'sales',
    workspace: read('TELAR_WORKSPACE', matching(/^[a-z][a-z0-9-]{0,39}$/)) ?? 'main',
    role: read('TELAR_ROLE', (value) => roles.find((known) => known === value)) ?? 'all',
    administrator: email !== undefined && password !== undefined ? { email, password } : undefined,
    secret: read('TELAR_SECRET', ofLength(32, 4096)),
    baseUrl: read('TELAR_BASE_URL', webAddress),
    smtpUrl: read('SMTP_URL', (value) => urlOf(value, ['smtp:', 'smtps:'])?.href),
    mailFrom: read('TELAR_MAIL_FROM', matching(/^(?:[^\p{Cc}<>"]{1,100} <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/u)),
    oidc: readOidc(read),
  }
  const issues = [
    ...unknownNames(env).map((name) => configProblem('CONFIG_UNKNOWN', { name, known: variables })),
    ...[...problems, ...contradictions(env, config.role)].map((code) => configProblem(code)),
  ]
  if (issues.length > 0) throw new ConfigError(issues)
  return config
}

type Read = <T>(name: Variable, parse: (value: string) => T | undefined) => T | undefined

const readOidc = (read: Read): OidcConfig | undefined => {
  const issuer = read('TELAR_OIDC_ISSUER', issuerAddress)
  const clientId = read('TELAR_OIDC_CLIENT_ID', ofLength(1, 400))
  const clientSecret = read('TELAR_OIDC_CLIENT_SECRET', ofLength(1, 4096))
  const name = read('TELAR_OIDC_NAME', ofLength(1, 60))
  if (issuer === undefined || clientId === undefined) return undefined
  return { issuer, clientId, clientSecret, name: name ?? new URL(issuer).hostname }
}

/** An empty variable is an unset one: that is how compose files leave a setting out. */
const valueOf = (env: Environment, name: Variable): string | undefined => env[name]?.trim() || undefined

const unknownNames = (env: Environment): readonly string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith('TELAR_') && !variables.some((known) => known === name))
    .sort()

/** What is wrong only together. */
const contradictions = (env: Environment, role: RuntimeConfig['role']): readonly ConfigCode[] => {
  const isSet = (name: Variable): boolean => valueOf(env, name) !== undefined
  const found: ConfigCode[] = []
  if (role !== 'all' && !isSet('TELAR_SECRET')) found.push('CONFIG_ROLE_NEEDS_SECRET')
  if (role !== 'all' && !isSet('DATABASE_URL')) found.push('CONFIG_ROLE_NEEDS_DATABASE')
  if (isSet('TELAR_ADMIN_EMAIL') !== isSet('TELAR_ADMIN_PASSWORD')) found.push('CONFIG_ADMIN_INCOMPLETE')
  const [email, password] = [valueOf(env, 'TELAR_ADMIN_EMAIL'), valueOf(env, 'TELAR_ADMIN_PASSWORD')]
  if (password !== undefined && isWeak(password, email ?? '')) found.push('CONFIG_ADMIN_PASSWORD_WEAK')
  const oidc = variables.filter((name) => name.startsWith('TELAR_OIDC_') && isSet(name))
  if (oidc.length > 0 && !(isSet('TELAR_OIDC_ISSUER') && isSet('TELAR_OIDC_CLIENT_ID')))
    found.push('CONFIG_OIDC_INCOMPLETE')
  return found
}

/** Its length is a matter of its own. */
const isWeak = (password: string, email: string): boolean =>
  checkPassword(password, { email, name: '' }).some(({ code }) => code.startsWith('PASSWORD_'))

const matching =
  (pattern: RegExp) =>
  (value: string): string | undefined =>
    pattern.test(value) ? value : undefined

const ofLength =
  (least: number, most: number) =>
  (value: string): string | undefined =>
    value.length >= least && value.length <= most ? value : undefined

const portNumber = (value: string): number | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined

const urlOf = (value: string, protocols: readonly string[]): URL | undefined => {
  const url = URL.parse(value)
  return url !== null && protocols.includes(url.protocol) && url.hostname !== '' ? url : undefined
}

const databaseUrl = (value: string): string | undefined => {
  const url = urlOf(value, ['postgres:', 'postgresql:'])
  return url !== undefined && url.pathname.length > 1 ? value : undefined
}

/** Without a trailing slash, so that paths can be appended. */
const webAddress = (value: string): string | undefined => {
  const url = urlOf(value, ['http:', 'https:'])
  if (url === undefined || url.search !== '' || url.hash !== '') return undefined
  return url.href.replace(/\/+$/, '')
}

/** Kept letter by letter: the provider's tokens carry it just so. Without https only a provider on this machine is believed. */
const issuerAddress = (value: string): string | undefined => {
  const url = urlOf(value, ['https:', 'http:'])
  if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '') return undefined
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) ? value : undefined
}
