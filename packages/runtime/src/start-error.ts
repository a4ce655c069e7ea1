import { fill, type IssueTexts, type Json, type Language } from '@telar/metadata'

/** Why the server cannot start, in one sentence each; what concerns the built-in database is told by `DatabaseError`. */
const startTexts = {
  PORT_TAKEN: {
    en: 'Port {port} is already in use; stop the program that has it or set PORT to another one.',
    es: 'El puerto {port} ya está en uso; detén el programa que lo ocupa o indica otro en PORT.',
  },
  PORT_FORBIDDEN: {
    en: 'This user may not listen on port {port}; set PORT to one above 1023.',
    es: 'Este usuario no puede escuchar en el puerto {port}; indica en PORT uno superior a 1023.',
  },
  HOST_UNKNOWN: {
    en: 'This machine has no address “{host}” to listen on; set HOST to 127.0.0.1 or 0.0.0.0.',
    es: 'Esta máquina no tiene la dirección «{host}» en la que escuchar; indica 127.0.0.1 o 0.0.0.0 en HOST.',
  },
  DATABASE_UNREACHABLE: {
    en: 'The database at {host} cannot be reached ({reason}); check DATABASE_URL and that PostgreSQL runs there.',
    es: 'No se puede llegar a la base de datos en {host} ({reason}); comprueba DATABASE_URL y que PostgreSQL esté en marcha allí.',
  },
  DATABASE_REFUSED: {
    en: 'The database at {host} refuses the user or the password of DATABASE_URL.',
    es: 'La base de datos en {host} rechaza el usuario o la contraseña de DATABASE_URL.',
  },
  DATABASE_MISSING: {
    en: 'There is no database “{database}” at {host}; create it (createdb {database}) or correct DATABASE_URL.',
    es: 'No existe la base de datos «{database}» en {host}; créala (createdb {database}) o corrige DATABASE_URL.',
  },
  DATABASE_RIGHTS: {
    en: 'The user of DATABASE_URL may not do what Telar needs ({reason}); make it the owner of the database “{database}”.',
    es: 'El usuario de DATABASE_URL no puede hacer lo que Telar necesita ({reason}); hazlo propietario de la base de datos «{database}».',
  },
  DATABASE_TOO_OLD: {
    en: 'The database at {host} is PostgreSQL {found}; Telar needs {wanted} or newer.',
    es: 'La base de datos en {host} es PostgreSQL {found}; Telar necesita la versión {wanted} o posterior.',
  },
  DATABASE_ENCODING: {
    en: 'The database “{database}” stores text as {found}; create one with encoding UTF8.',
    es: 'La base de datos «{database}» guarda los textos en {found}; crea una con codificación UTF8.',
  },
  DATABASE_EXTENSION: {
    en: 'The database at {host} lacks an extension that Telar needs ({reason}); install PostgreSQL’s contrib package there.',
    es: 'A la base de datos en {host} le falta una extensión que Telar necesita ({reason}); instala allí el paquete contrib de PostgreSQL.',
  },
  DATABASE_FULL: {
    en: 'The disk of the database is full; free some space and start again.',
    es: 'El disco de la base de datos está lleno; libera espacio y vuelve a arrancar.',
  },
  TEMPLATE_UNKNOWN: {
    en: 'There is no template “{template}”; set TELAR_TEMPLATE to one of {known} or to the folder of a definition.',
    es: 'No existe la plantilla «{template}»; indica en TELAR_TEMPLATE una de {known} o la carpeta de una definición.',
  },
} as const satisfies IssueTexts

type StartErrorCode = keyof typeof startTexts

/** The server cannot start; `message` is the English sentence of `code` and `params`. */
export class StartError extends Error {
  readonly code: StartErrorCode
  readonly params: Readonly<Record<string, Json>>

  constructor(code: StartErrorCode, params: Readonly<Record<string, Json>> = {}, options?: ErrorOptions) {
    super(fill(startTexts[code].en, params), options)
    this.name = 'StartError'
    this.code = code
    this.params = params
  }

  textIn(language: Language): string {
    return fill(startTexts[this.code][language], this.params)
  }
}
