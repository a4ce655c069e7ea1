import { fill, problem, type Issue, type IssueTexts, type Json, type Language } from '@telar/metadata'

/** Every variable that Telar knows. */
export const variables = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'TELAR_DATA_DIR',
  'TELAR_TEMPLATE',
  'TELAR_WORKSPACE',
  'TELAR_ROLE',
  'TELAR_ADMIN_EMAIL',
  'TELAR_ADMIN_PASSWORD',
  'TELAR_SECRET',
  'TELAR_BASE_URL',
  'TELAR_MAIL_FROM',
  'TELAR_OIDC_ISSUER',
  'TELAR_OIDC_CLIENT_ID',
  'TELAR_OIDC_CLIENT_SECRET',
  'TELAR_OIDC_NAME',
  'SMTP_URL',
] as const

export type Variable = (typeof variables)[number]

const texts = {
  CONFIG_PORT: {
    en: 'PORT must be a port number from 0 to 65535, for example 4400.',
    es: 'PORT debe ser un número de puerto entre 0 y 65535, por ejemplo 4400.',
  },
  CONFIG_HOST: {
    en: 'HOST must be an address or name to listen on, for example 127.0.0.1 or 0.0.0.0.',
    es: 'HOST debe ser la dirección o el nombre en que se escucha, por ejemplo 127.0.0.1 o 0.0.0.0.',
  },
  CONFIG_DATABASE_URL: {
    en: 'DATABASE_URL must be the address of a PostgreSQL database, for example postgres://user:password@host:5432/telar.',
    es: 'DATABASE_URL debe ser la dirección de una base de datos PostgreSQL, por ejemplo postgres://usuario:contraseña@servidor:5432/telar.',
  },
  CONFIG_TELAR_DATA_DIR: {
    en: 'TELAR_DATA_DIR must be the path of a folder.',
    es: 'TELAR_DATA_DIR debe ser la ruta de una carpeta.',
  },
  CONFIG_TELAR_TEMPLATE: {
    en: 'TELAR_TEMPLATE must be the name of a template, for example sales.',
    es: 'TELAR_TEMPLATE debe ser el nombre de una plantilla, por ejemplo sales.',
  },
  CONFIG_TELAR_WORKSPACE: {
    en: 'TELAR_WORKSPACE must be at most 40 lower-case letters, digits and hyphens and begin with a letter, for example main.',
    es: 'TELAR_WORKSPACE debe tener como máximo 40 letras minúsculas, cifras y guiones y empezar por una letra, por ejemplo main.',
  },
  CONFIG_TELAR_ROLE: {
    en: 'TELAR_ROLE must be all, web or worker.',
    es: 'TELAR_ROLE debe ser all, web o worker.',
  },
  CONFIG_TELAR_ADMIN_EMAIL: {
    en: 'TELAR_ADMIN_EMAIL must be an e-mail address.',
    es: 'TELAR_ADMIN_EMAIL debe ser una dirección de correo electrónico.',
  },
  CONFIG_TELAR_ADMIN_PASSWORD: {
    en: 'TELAR_ADMIN_PASSWORD must have 10 to 128 characters.',
    es: 'TELAR_ADMIN_PASSWORD debe tener entre 10 y 128 caracteres.',
  },
  CONFIG_TELAR_SECRET: {
    en: 'TELAR_SECRET must have at least 32 characters, best random ones, the same on every server.',
    es: 'TELAR_SECRET debe tener al menos 32 caracteres, mejor aleatorios, los mismos en todos los servidores.',
  },
  CONFIG_TELAR_BASE_URL: {
    en: 'TELAR_BASE_URL must be the address that people open, for example https://crm.example.com.',
    es: 'TELAR_BASE_URL debe ser la dirección que abre la gente, por ejemplo https://crm.example.com.',
  },
  CONFIG_TELAR_MAIL_FROM: {
    en: 'TELAR_MAIL_FROM must be the sender of mails, for example crm@example.com or Telar <crm@example.com>.',
    es: 'TELAR_MAIL_FROM debe ser el remitente de los correos, por ejemplo crm@example.com o Telar <crm@example.com>.',
  },
  CONFIG_TELAR_OIDC_ISSUER: {
    en: 'TELAR_OIDC_ISSUER must be the https address of an OpenID Connect provider, for example https://login.example.com.',
    es: 'TELAR_OIDC_ISSUER debe ser la dirección https de un proveedor OpenID Connect, por ejemplo https://login.example.com.',
  },
  CONFIG_TELAR_OIDC_CLIENT_ID: {
    en: 'TELAR_OIDC_CLIENT_ID must be the name under which the provider knows this server.',
    es: 'TELAR_OIDC_CLIENT_ID debe ser el nombre con el que el proveedor conoce este servidor.',
  },
  CONFIG_TELAR_OIDC_CLIENT_SECRET: {
    en: 'TELAR_OIDC_CLIENT_SECRET must be the secret that the provider gave to this server.',
    es: 'TELAR_OIDC_CLIENT_SECRET debe ser el secreto que el proveedor dio a este servidor.',
  },
  CONFIG_TELAR_OIDC_NAME: {
    en: 'TELAR_OIDC_NAME must be a name of at most 60 characters for the button that signs in, for example Acme.',
    es: 'TELAR_OIDC_NAME debe ser un nombre de 60 caracteres como máximo para el botón de inicio de sesión, por ejemplo Acme.',
  },
  CONFIG_SMTP_URL: {
    en: 'SMTP_URL must be the address of a mail server, for example smtp://user:password@host:587.',
    es: 'SMTP_URL debe ser la dirección de un servidor de correo, por ejemplo smtp://usuario:contraseña@servidor:587.',
  },
  CONFIG_UNKNOWN: {
    en: '{name} is no setting of Telar; known are {known}.',
    es: '{name} no es un ajuste de Telar; los que hay son {known}.',
  },
  CONFIG_ROLE_NEEDS_SECRET: {
    en: 'TELAR_SECRET must be set when TELAR_ROLE is web or worker: all servers share it.',
    es: 'TELAR_SECRET es obligatorio cuando TELAR_ROLE es web o worker: todos los servidores lo comparten.',
  },
  CONFIG_ROLE_NEEDS_DATABASE: {
    en: 'DATABASE_URL must be set when TELAR_ROLE is web or worker: the built-in database serves one process only.',
    es: 'DATABASE_URL es obligatoria cuando TELAR_ROLE es web o worker: la base de datos incluida solo atiende a un proceso.',
  },
  CONFIG_ADMIN_PASSWORD_WEAK: {
    en: 'TELAR_ADMIN_PASSWORD is too easy to guess or contains the e-mail address; join several words that have nothing to do with each other.',
    es: 'TELAR_ADMIN_PASSWORD es demasiado fácil de adivinar o contiene el correo; une varias palabras que no tengan relación entre sí.',
  },
  CONFIG_OIDC_INCOMPLETE: {
    en: 'Set both TELAR_OIDC_ISSUER and TELAR_OIDC_CLIENT_ID, or no TELAR_OIDC_ setting at all.',
    es: 'Indica TELAR_OIDC_ISSUER y TELAR_OIDC_CLIENT_ID, o ningún ajuste TELAR_OIDC_.',
  },
  CONFIG_ADMIN_INCOMPLETE: {
    en: 'Set both TELAR_ADMIN_EMAIL and TELAR_ADMIN_PASSWORD, or neither.',
    es: 'Indica TELAR_ADMIN_EMAIL y TELAR_ADMIN_PASSWORD, o ninguna de las dos.',
  },
} as const satisfies IssueTexts & Readonly<Record<`CONFIG_${Variable}`, unknown>>

export type ConfigCode = keyof typeof texts

type ConfigIssue = Issue & { readonly code: ConfigCode }

export const configProblem = (code: ConfigCode, params: Readonly<Record<string, Json>> = {}): ConfigIssue => ({
  ...problem(code, { params }),
  code,
})

const sentence = ({ code, params }: ConfigIssue, language: Language): string => fill(texts[code][language], params)

/** The environment cannot be used; every problem is in `issues`, one sentence each. */
export class ConfigError extends Error {
  readonly issues: readonly ConfigIssue[]

  constructor(issues: readonly ConfigIssue[]) {
    super(issues.map((issue) => sentence(issue, 'en')).join('\n'))
    this.name = 'ConfigError'
    this.issues = issues
  }

  sentences(language: Language): readonly string[] {
    return this.issues.map((issue) => sentence(issue, language))
  }
}
