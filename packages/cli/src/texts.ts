import { fill, type Language, type Text } from '@telar/metadata'

/** Everything the commands themselves say. */
const texts = {
  unknownCommand: { en: 'There is no command “{name}”.', es: 'No existe la orden «{name}».' },
  usage: { en: 'Usage: telar {usage}', es: 'Uso: telar {usage}' },
  commands: { en: 'telar <command>', es: 'telar <orden>' },
  helpHint: { en: '“telar help <command>” says more.', es: '«telar help <orden>» explica cada una.' },
  optionJson: { en: 'answer as JSON, for programs', es: 'responder en JSON, para programas' },
  exitCodes: {
    en: 'Exit codes: 0 done · 1 refused or problems found · 2 called wrongly · 3 no server or database to work with',
    es: 'Códigos de salida: 0 hecho · 1 rechazado o con problemas · 2 mal llamada · 3 sin servidor ni base de datos',
  },
  wordsMissing: { en: 'Something is missing.', es: 'Falta algo.' },
  wordsTooMany: { en: '“{word}” is one too many.', es: 'Sobra «{word}».' },
  optionUnknown: { en: 'There is no option “{option}”.', es: 'No existe la opción «{option}».' },
  optionNeedsValue: { en: '{option} needs a value.', es: '{option} necesita un valor.' },
  optionTakesNone: { en: '{option} takes no value.', es: '{option} no admite valor.' },
  optionNumber: {
    en: '{option} must be a whole number from {min} to {max}.',
    es: '{option} debe ser un número entero de {min} a {max}.',
  },
  serverSilent: {
    en: 'The server at {address} stopped answering ({reason}).',
    es: 'El servidor en {address} ha dejado de responder ({reason}).',
  },
  serverStrange: {
    en: 'What answers at {address} does not accept commands from here; stop it, or delete {file} if it is not Telar.',
    es: 'Lo que responde en {address} no acepta órdenes desde aquí; detenlo, o borra {file} si no es Telar.',
  },
  stopping: { en: 'Stopping …', es: 'Deteniendo…' },
  folderMissing: { en: 'There is no folder {folder}.', es: 'No existe la carpeta {folder}.' },
  folderEmpty: {
    en: 'There is no definition document in {folder}; a definition has modules/<name>.json.',
    es: 'En {folder} no hay ningún documento de definición; una definición tiene modules/<nombre>.json.',
  },
  folderFull: { en: '{folder} exists and is not empty.', es: '{folder} ya existe y no está vacía.' },
  error: { en: 'error', es: 'error' },
  warning: { en: 'warning', es: 'aviso' },
  valid: {
    en: '{folder}: {documents} documents, no problems.',
    es: '{folder}: {documents} documentos, sin problemas.',
  },
  problems: { en: 'Errors: {errors}. Warnings: {warnings}.', es: 'Errores: {errors}. Avisos: {warnings}.' },
  planOn: { en: 'On version {version}:', es: 'Sobre la versión {version}:' },
  planEmpty: {
    en: 'The folder is what is published (version {version}).',
    es: 'La carpeta coincide con lo publicado (versión {version}).',
  },
  planDiffers: {
    en: 'The folder is not what is published (version {version}).',
    es: 'La carpeta no coincide con lo publicado (versión {version}).',
  },
  planDatabase: { en: 'Database:', es: 'Base de datos:' },
  planBlocked: { en: 'Cannot be published:', es: 'No se puede publicar:' },
  rewritten: {
    en: '{path} is written anew, with the same meaning',
    es: '{path} se reescribe con el mismo significado',
  },
  published: { en: 'Published as version {version}.', es: 'Publicada la versión {version}.' },
  idsMade: {
    en: 'New parts got stable ids; “telar pull {folder}” writes them into the files.',
    es: 'Las partes nuevas tienen ya un id estable; «telar pull {folder}» los escribe en los archivos.',
  },
  baseOther: {
    en: 'Version {published} is published, not {wanted}.',
    es: 'La versión publicada es la {published}, no la {wanted}.',
  },
  pulled: {
    en: 'Version {version}: {written} documents written, {unchanged} already the same.',
    es: 'Versión {version}: {written} documentos escritos, {unchanged} ya eran iguales.',
  },
  pulledRemoved: { en: 'Deleted: {path}', es: 'Borrado: {path}' },
  pulledLeft: {
    en: 'Not published, left alone (--prune deletes it): {path}',
    es: 'No está publicado y se deja (--prune lo borra): {path}',
  },
  typesWritten: { en: '{file}: types of {modules} modules.', es: '{file}: tipos de {modules} módulos.' },
  made: {
    en: '{folder} is ready: {files} files. Next: telar dev {folder}',
    es: '{folder} está lista: {files} archivos. Ahora: telar dev {folder}',
  },
  templateUnknown: {
    en: 'There is no template “{template}”; there are {known}.',
    es: 'No existe la plantilla «{template}»; las que hay son {known}.',
  },
  watching: { en: 'Watching {folder}; Ctrl-C ends.', es: 'Vigilando {folder}; Ctrl-C termina.' },
  stillServing: {
    en: 'Version {version} goes on serving.',
    es: 'Se sigue sirviendo la versión {version}.',
  },
  userAdded: { en: '{email} can sign in.', es: '{email} ya puede iniciar sesión.' },
  userPassword: { en: '{email} has a new password.', es: '{email} tiene una contraseña nueva.' },
  userInvited: { en: '{email} has an invitation in the mail.', es: '{email} tiene una invitación en su correo.' },
  userInvitedLink: {
    en: 'Hand this link to {email}; it works once, for seven days: {link}',
    es: 'Entrega este enlace a {email}; vale una vez, durante siete días: {link}',
  },
  userResetLink: {
    en: 'Hand this link to {email}; it gives a new password once, for 24 hours: {link}',
    es: 'Entrega este enlace a {email}; permite elegir otra contraseña una vez, durante 24 horas: {link}',
  },
  userTwoFactorOff: {
    en: '{email} signs in without a second factor now.',
    es: '{email} inicia sesión ahora sin segundo factor.',
  },
  userBlocked: { en: '{email} is shut out.', es: '{email} queda fuera.' },
  userUnblocked: { en: '{email} may come in again.', es: '{email} puede volver a entrar.' },
  userNone: { en: 'Nobody can sign in yet.', es: 'Todavía nadie puede iniciar sesión.' },
  userUnknownAct: { en: 'telar user does {acts}, not “{act}”.', es: 'telar user hace {acts}, no «{act}».' },
  askPassword: { en: 'Password: ', es: 'Contraseña: ' },
  noPassword: {
    en: 'Give a password: --password, typed, or piped in.',
    es: 'Indica una contraseña: --password, tecleada o por la entrada estándar.',
  },
  administrator: { en: 'administrator', es: 'administrador' },
  blocked: { en: 'blocked', es: 'bloqueado' },
  setupToken: { en: 'Make your administrator: {address}', es: 'Crea tu administrador: {address}' },
  setupDone: {
    en: 'There is somebody who can sign in already: nothing to set up. “telar user password” gives a new password.',
    es: 'Ya hay quien puede iniciar sesión: no hay nada que instalar. «telar user password» cambia una contraseña.',
  },
  benchFilling: { en: 'Filling {rows} records …', es: 'Creando {rows} registros…' },
  benchBeside: { en: '{ours} beside {bare}', es: '{ours} frente a {bare}' },
  benchMachine: {
    en: 'Measured on {date} on {cores} cores with Node {node} and PostgreSQL {postgres}: {rows} records of 25 fields, {connections} connections, both servers in turns.',
    es: 'Medido el {date} en {cores} núcleos con Node {node} y PostgreSQL {postgres}: {rows} registros de 25 campos, {connections} conexiones, ambos servidores por turnos.',
  },
  benchRequest: { en: 'Request', es: 'Petición' },
  benchRatio: { en: 'Ratio', es: 'Relación' },
  benchTarget: { en: 'Target', es: 'Objetivo' },
  benchFigure: { en: 'Figure', es: 'Dato' },
  benchMet: { en: 'Every target is met.', es: 'Se cumplen todos los objetivos.' },
  benchMissed: { en: 'Targets missed: {missed}.', es: 'Objetivos no alcanzados: {missed}.' },
  benchStopped: { en: 'Stopped before the end.', es: 'Detenido antes del final.' },
} as const satisfies Readonly<Record<string, Text>>

export type Line = keyof typeof texts

/** A line in the reader's language. */
export const say = (language: Language, line: Line, params: Readonly<Record<string, unknown>> = {}): string =>
  fill(texts[line][language], params)
