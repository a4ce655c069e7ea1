import { fill, type IssueTexts, type Json, type Language } from '@telar/metadata'

/** Why the database cannot be had, in one sentence each. */
const databaseTexts = {
  DATA_DIR_IN_USE: {
    en: 'Another Telar server (process {pid}) already uses the data directory {path}; stop it first or choose another TELAR_DATA_DIR.',
    es: 'Otro servidor de Telar (proceso {pid}) ya usa el directorio de datos {path}; deténlo antes o elige otro TELAR_DATA_DIR.',
  },
  DATA_DIR_NOT_A_FOLDER: {
    en: 'The data directory {path} is not a folder; choose another TELAR_DATA_DIR.',
    es: 'El directorio de datos {path} no es una carpeta; elige otro TELAR_DATA_DIR.',
  },
  DATA_DIR_UNWRITABLE: {
    en: 'Telar may not write to the data directory {path} ({reason}); change its rights or choose another TELAR_DATA_DIR.',
    es: 'Telar no puede escribir en el directorio de datos {path} ({reason}); cambia sus permisos o elige otro TELAR_DATA_DIR.',
  },
  DISK_FULL: {
    en: 'There is no space left on the disk that holds {path}.',
    es: 'No queda espacio en el disco que contiene {path}.',
  },
  STATE_UNREADABLE: {
    en: 'The file {path} is damaged; restore it from a backup.',
    es: 'El archivo {path} está dañado; restáuralo desde una copia de seguridad.',
  },
  CLUSTER_MISSING: {
    en: 'The file {path} says that the database is in {cluster}, but there is none; bring that folder back, or delete the file to start with an empty database.',
    es: 'El archivo {path} indica que la base de datos está en {cluster}, pero allí no hay ninguna; recupera esa carpeta o borra el archivo para empezar con una base de datos vacía.',
  },
  CLUSTER_UNREACHABLE: {
    en: 'The database in {cluster} cannot be reached by the user PostgreSQL runs as, because a folder above it is closed; open that folder (chmod o+x) or move the data directory.',
    es: 'El usuario con el que se ejecuta PostgreSQL no puede llegar a la base de datos de {cluster} porque una carpeta superior está cerrada; ábrela (chmod o+x) o mueve el directorio de datos.',
  },
  CLUSTER_VERSION: {
    en: 'The database in {cluster} was made by PostgreSQL {found}, this Telar brings PostgreSQL {known}; restore a backup into a new data directory.',
    es: 'La base de datos de {cluster} se creó con PostgreSQL {found} y esta versión de Telar trae PostgreSQL {known}; restaura una copia de seguridad en un directorio de datos nuevo.',
  },
  NO_UNPRIVILEGED_USER: {
    en: 'PostgreSQL refuses to run as root, and no user could be made for it; create a system user "telar", or start Telar as an ordinary user.',
    es: 'PostgreSQL no se ejecuta como root y no se ha podido crear un usuario para ello; crea un usuario de sistema «telar» o inicia Telar con un usuario normal.',
  },
  PLATFORM_WITHOUT_DATABASE: {
    en: 'There is no built-in PostgreSQL for {platform}; set DATABASE_URL to a PostgreSQL server.',
    es: 'No hay un PostgreSQL incluido para {platform}; indica un servidor PostgreSQL en DATABASE_URL.',
  },
  DATABASE_DID_NOT_START: {
    en: 'The built-in PostgreSQL did not start: {reason}',
    es: 'El PostgreSQL incluido no ha arrancado: {reason}',
  },
  DATABASE_STOPPED: {
    en: 'The built-in PostgreSQL stopped and is being restarted: {reason}',
    es: 'El PostgreSQL incluido se ha detenido y se está reiniciando: {reason}',
  },
} as const satisfies IssueTexts

type DatabaseErrorCode = keyof typeof databaseTexts

type Params = Readonly<Record<string, Json>>

/** The database cannot be started or went away; `message` is the English sentence of `code` and `params`. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode
  readonly params: Params

  constructor(code: DatabaseErrorCode, params: Params = {}, options?: ErrorOptions) {
    super(fill(databaseTexts[code].en, params), options)
    this.name = 'DatabaseError'
    this.code = code
    this.params = params
  }

  textIn(language: Language): string {
    return fill(databaseTexts[this.code][language], this.params)
  }
}

const noSpace = /No space left on device|ENOSPC|not enough space/i

/** What a program of PostgreSQL said before it gave up, as one of our sentences. */
export const startFailure = (said: string, path: string): DatabaseError => {
  if (noSpace.test(said)) return new DatabaseError('DISK_FULL', { path })
  return new DatabaseError('DATABASE_DID_NOT_START', { reason: mainLine(said) })
}

/** The line that names the cause, of all that PostgreSQL wrote. */
export const mainLine = (said: string): string => {
  const lines = said.split(/\r?\n/).filter((line) => line.trim() !== '')
  const cause = lines.findLast((line) => /PANIC|FATAL|error:|could not|cannot/i.test(line))
  return (cause ?? lines.at(-1) ?? 'it said nothing').replace(/^.*?(PANIC|FATAL|error):\s*/i, '').trim()
}

/** The sentence for a failed write of ours to a folder. */
export const writeFailure = (error: unknown, path: string): DatabaseError => {
  const errno = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (errno === 'ENOTDIR' || errno === 'EEXIST') return new DatabaseError('DATA_DIR_NOT_A_FOLDER', { path })
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return new DatabaseError('DISK_FULL', { path })
  return new DatabaseError('DATA_DIR_UNWRITABLE', { path, reason: errno }, { cause: error })
}
