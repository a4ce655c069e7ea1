import { fill, type Issue, type Json, type Language, type Text } from '@telar/metadata'
import { administrationErrors } from './access/administration-errors.ts'

interface ErrorSpec {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 416 | 422 | 428 | 429 | 500 | 503
  readonly text: Text
}

const defineErrors = <Specs extends Readonly<Record<string, ErrorSpec>>>(specs: Specs): Specs => specs

/** Everything the server can refuse, with the status it answers and what it says (RFC 9457 `detail`). */
export const errors = defineErrors({
  BAD_JSON: {
    status: 400,
    text: { en: 'The body is not valid JSON: {reason}.', es: 'El cuerpo no es JSON válido: {reason}.' },
  },
  BAD_PARAMETER: {
    status: 400,
    text: { en: 'The parameter “{name}” is not valid: {reason}.', es: 'El parámetro «{name}» no es válido: {reason}.' },
  },
  TOO_LARGE: { status: 413, text: { en: 'The body is larger than {limit}.', es: 'El cuerpo supera {limit}.' } },
  TOO_DEEP: {
    status: 400,
    text: {
      en: 'The body has more than {limit} nested levels.',
      es: 'El cuerpo tiene más de {limit} niveles anidados.',
    },
  },
  TOO_MANY_VALUES: {
    status: 413,
    text: { en: 'There are more than {limit} values in one body.', es: 'El cuerpo tiene más de {limit} valores.' },
  },
  UNSTORABLE: {
    status: 422,
    text: {
      en: 'A value cannot be stored as it is written: {reason}.',
      es: 'Un valor no se puede guardar tal como está escrito: {reason}.',
    },
  },
  UNSUPPORTED_MEDIA: {
    status: 415,
    text: { en: 'Send JSON (content-type application/json).', es: 'Envía JSON (content-type application/json).' },
  },
  MULTIPART_NEEDED: {
    status: 415,
    text: { en: 'Send the file as multipart/form-data.', es: 'Envía el archivo como multipart/form-data.' },
  },
  BAD_MULTIPART: {
    status: 400,
    text: { en: 'The upload ended early or is damaged.', es: 'La subida terminó antes de tiempo o está dañada.' },
  },
  FILE_MISSING: { status: 400, text: { en: 'Send exactly one file.', es: 'Envía exactamente un archivo.' } },
  FILE_UNKNOWN: {
    status: 404,
    text: { en: 'There is no such file, or you may not see it.', es: 'El archivo no existe o no puedes verlo.' },
  },
  FILE_HELD: {
    status: 409,
    text: { en: 'This file already belongs to another record.', es: 'Este archivo ya pertenece a otro registro.' },
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    text: { en: 'The file has only {size} bytes.', es: 'El archivo solo tiene {size} bytes.' },
  },
  SIGN_IN_NEEDED: { status: 401, text: { en: 'Sign in first.', es: 'Inicia sesión primero.' } },
  INVALID_EMAIL_OR_PASSWORD: {
    status: 401,
    text: { en: 'The e-mail address or the password is wrong.', es: 'El correo o la contraseña no son correctos.' },
  },
  SIGN_IN_AGAIN: {
    status: 401,
    text: {
      en: 'This sign-in took too long or had too many wrong codes; begin with the password again.',
      es: 'El inicio de sesión ha tardado demasiado o ha tenido demasiados códigos erróneos; vuelve a empezar por la contraseña.',
    },
  },
  TWO_FACTOR_ON: {
    status: 409,
    text: {
      en: 'The second factor is already on; switch it off first.',
      es: 'El segundo factor ya está activado; desactívalo antes.',
    },
  },
  TWO_FACTOR_OFF: {
    status: 409,
    text: { en: 'The second factor is not on.', es: 'El segundo factor no está activado.' },
  },
  LINK_INVALID: {
    status: 403,
    text: {
      en: 'This link is not valid any more; ask for a new one.',
      es: 'Este enlace ya no es válido; pide otro.',
    },
  },
  MAIL_UNAVAILABLE: {
    status: 409,
    text: {
      en: 'This server sends no mail; ask your administrator for a link.',
      es: 'Este servidor no envía correo; pide un enlace a quien administra.',
    },
  },
  OIDC_UNAVAILABLE: {
    status: 503,
    text: {
      en: 'The identity provider does not answer; try again later or sign in with your password.',
      es: 'El proveedor de identidad no responde; inténtalo más tarde o inicia sesión con tu contraseña.',
    },
  },
  OIDC_FAILED: {
    status: 403,
    text: {
      en: 'The sign-in at the identity provider did not come to an end; try again.',
      es: 'El inicio de sesión en el proveedor de identidad no se completó; inténtalo de nuevo.',
    },
  },
  OIDC_UNKNOWN_PERSON: {
    status: 403,
    text: {
      en: 'Nobody with this e-mail address has been invited; ask your administrator.',
      es: 'Nadie ha sido invitado con este correo; consulta a quien administra.',
    },
  },
  OIDC_EMAIL_UNVERIFIED: {
    status: 403,
    text: {
      en: 'The identity provider does not confirm your e-mail address; ask your administrator.',
      es: 'El proveedor de identidad no confirma tu correo; consulta a quien administra.',
    },
  },
  SIGN_IN_BLOCKED: {
    status: 403,
    text: {
      en: 'This account is blocked; ask your administrator.',
      es: 'Esta cuenta está bloqueada; consulta a quien administra.',
    },
  },
  MEMBER_INACTIVE: {
    status: 403,
    text: {
      en: 'You no longer take part in this workspace; ask your administrator.',
      es: 'Ya no formas parte de este espacio de trabajo; consulta a quien administra.',
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    text: { en: 'Too many tries; wait {seconds} seconds.', es: 'Demasiados intentos; espera {seconds} segundos.' },
  },
  SETUP_TOKEN_WRONG: {
    status: 403,
    text: {
      en: 'This setup token is not valid; the server prints a new one each time it starts.',
      es: 'Este código de instalación no es válido; el servidor muestra uno nuevo cada vez que arranca.',
    },
  },
  SETUP_DONE: {
    status: 403,
    text: {
      en: 'This server already has its administrator; sign in.',
      es: 'Este servidor ya tiene administrador; inicia sesión.',
    },
  },
  FORBIDDEN: {
    status: 403,
    text: {
      en: 'You are not allowed to do this.',
      es: 'No tienes permiso para hacer esto.',
    },
  },
  CSRF: {
    status: 403,
    text: { en: 'The request did not come from this site.', es: 'La petición no procede de este sitio.' },
  },
  NOT_FOUND: { status: 404, text: { en: 'There is nothing at this address.', es: 'No hay nada en esta dirección.' } },
  WORKSPACE_UNKNOWN: {
    status: 404,
    text: { en: 'There is no workspace “{workspace}”.', es: 'No existe el espacio de trabajo «{workspace}».' },
  },
  MODULE_UNKNOWN: {
    status: 404,
    text: { en: 'There is no module “{module}”.', es: 'No existe el módulo «{module}».' },
  },
  RECORD_UNKNOWN: {
    status: 404,
    text: { en: 'There is no such record, or you may not see it.', es: 'El registro no existe o no puedes verlo.' },
  },
  LINK_UNKNOWN: {
    status: 404,
    text: { en: '“{module}” has no list of records “{link}”.', es: '«{module}» no tiene la lista «{link}».' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    text: { en: 'This address does not take {method}.', es: 'Esta dirección no admite {method}.' },
  },
  VERSION_STALE: {
    status: 409,
    text: { en: 'Someone changed this record meanwhile.', es: 'Otra persona cambió este registro mientras tanto.' },
  },
  DUPLICATE: {
    status: 409,
    text: { en: 'Another record already has this value.', es: 'Otro registro ya tiene este valor.' },
  },
  IN_USE: {
    status: 409,
    text: { en: 'Other records still link to this one.', es: 'Otros registros siguen enlazados a este.' },
  },
  ...administrationErrors,
  IF_MATCH_NEEDED: {
    status: 428,
    text: {
      en: 'Say which version you change: If-Match: "<version>" or *.',
      es: 'Indica qué versión cambias: If-Match: "<versión>" o *.',
    },
  },
  INVALID: { status: 422, text: { en: 'Some values need attention.', es: 'Algunos valores necesitan revisión.' } },
  QUERY_INVALID: {
    status: 422,
    text: { en: 'The query cannot be answered as written.', es: 'La consulta no se puede responder tal como está.' },
  },
  CURSOR_INVALID: {
    status: 400,
    text: {
      en: 'This cursor belongs to another query; start from the first page.',
      es: 'Este cursor es de otra consulta; empieza por la primera página.',
    },
  },
  DOCUMENT_INVALID: { status: 422, text: { en: 'The document has problems.', es: 'El documento tiene problemas.' } },
  DOCUMENT_PATH: {
    status: 422,
    text: {
      en: '“{path}” is no path of a definition document; examples: {examples}.',
      es: '«{path}» no es una ruta de documento de definición; ejemplos: {examples}.',
    },
  },
  CHANGESET_UNKNOWN: {
    status: 404,
    text: { en: 'There is no change set with this id.', es: 'No existe un conjunto de cambios con este id.' },
  },
  CHANGESET_CLOSED: {
    status: 409,
    text: { en: 'This change set is already {state}.', es: 'Este conjunto de cambios ya está {state}.' },
  },
  CHANGESET_BLOCKED: {
    status: 409,
    text: { en: 'The change set cannot be published yet.', es: 'El conjunto de cambios aún no se puede publicar.' },
  },
  CHANGESET_CONFLICT: {
    status: 409,
    text: {
      en: 'Version {published} changed the same documents after this change set began.',
      es: 'La versión {published} cambió los mismos documentos después de empezar este conjunto de cambios.',
    },
  },
  VERSION_PUBLISHED: {
    status: 409,
    text: {
      en: 'Version {published} was published meanwhile; this was planned on version {planned}. Plan again.',
      es: 'Mientras tanto se publicó la versión {published}; esto se planificó sobre la {planned}. Vuelve a planificar.',
    },
  },
  BUSY: {
    status: 503,
    text: {
      en: 'The data is in use; try again in a moment.',
      es: 'Los datos están en uso; inténtalo de nuevo en un momento.',
    },
  },
  UNAVAILABLE: {
    status: 503,
    text: {
      en: 'The database is not reachable; it will be tried again by itself.',
      es: 'No se puede acceder a la base de datos; se reintentará automáticamente.',
    },
  },
  DISK_FULL: {
    status: 503,
    text: {
      en: 'There is no space left for the data; nothing was written.',
      es: 'No queda espacio para los datos; no se ha escrito nada.',
    },
  },
  TOO_SLOW: {
    status: 422,
    text: {
      en: 'The query took longer than {seconds} seconds; narrow it.',
      es: 'La consulta tardó más de {seconds} segundos; acótala.',
    },
  },
  INTERNAL: {
    status: 500,
    text: {
      en: 'Something went wrong on our side; it was logged as {reference}.',
      es: 'Algo falló en el servidor; quedó registrado como {reference}.',
    },
  },
})

export type ErrorCode = keyof typeof errors

export interface ErrorDetail {
  readonly params?: Readonly<Record<string, Json>>
  readonly issues?: readonly Issue[]
  readonly cause?: unknown
}

/** A refusal that its receiver can act on; everything else that is thrown is a bug. */
export class TelarError extends Error {
  readonly code: ErrorCode
  readonly status: ErrorSpec['status']
  readonly params: Readonly<Record<string, Json>>
  readonly issues: readonly Issue[]

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(fill(errors[code].text.en, detail.params ?? {}), { cause: detail.cause })
    this.name = 'TelarError'
    this.code = code
    this.status = errors[code].status
    this.params = detail.params ?? {}
    this.issues = detail.issues ?? []
  }

  textIn(language: Language): string {
    return fill(errors[this.code].text[language], this.params)
  }
}
