import type { Language, Text } from '@telar/metadata'
import type { SignInAct } from '../auth/index.ts'

/** What the audit keeps, in words. An act that is not here is told by its name. */
const auditTexts = {
  'sign-in': { en: 'Signed in', es: 'Inicio de sesión' },
  'sign-in-failed': { en: 'Sign-in refused', es: 'Inicio de sesión rechazado' },
  'sign-out': { en: 'Signed out', es: 'Cierre de sesión' },
  'sessions-ended': { en: 'Sessions ended', es: 'Sesiones cerradas' },
  'user-made': { en: 'Account made', es: 'Cuenta creada' },
  'profile-changed': { en: 'Own name or language changed', es: 'Nombre o idioma propios cambiados' },
  'user-blocked': { en: 'Account blocked', es: 'Cuenta bloqueada' },
  'user-unblocked': { en: 'Account unblocked', es: 'Cuenta desbloqueada' },
  'password-changed': { en: 'Password changed', es: 'Contraseña cambiada' },
  'password-set': { en: 'Password set by an administrator', es: 'Contraseña fijada por un administrador' },
  'password-reset-asked': { en: 'Password reset asked for', es: 'Recuperación de contraseña solicitada' },
  'password-reset-link-made': { en: 'Link for a new password made', es: 'Enlace para nueva contraseña creado' },
  'password-reset': { en: 'Password reset', es: 'Contraseña recuperada' },
  'two-factor-on': { en: 'Second factor switched on', es: 'Segundo factor activado' },
  'two-factor-off': { en: 'Second factor switched off', es: 'Segundo factor desactivado' },
  'recovery-codes-renewed': { en: 'Recovery codes renewed', es: 'Códigos de recuperación renovados' },
  invited: { en: 'Invitation sent', es: 'Invitación enviada' },
  'invitation-renewed': { en: 'Invitation renewed', es: 'Invitación renovada' },
  'invitation-revoked': { en: 'Invitation taken back', es: 'Invitación retirada' },
  'invitation-accepted': { en: 'Invitation accepted', es: 'Invitación aceptada' },
  'api-key-made': { en: 'API key made', es: 'Clave de API creada' },
  'api-key-removed': { en: 'API key removed', es: 'Clave de API eliminada' },
  'user-invited': { en: 'Person invited', es: 'Persona invitada' },
  'user-invitation-revoked': { en: 'Invited person removed', es: 'Persona invitada retirada' },
  'user-changed': { en: 'Person changed', es: 'Persona modificada' },
  'records-reassigned': { en: 'Records given to somebody else', es: 'Registros reasignados' },
  'team-made': { en: 'Team made', es: 'Equipo creado' },
  'team-changed': { en: 'Team changed', es: 'Equipo modificado' },
  'team-deleted': { en: 'Team deleted', es: 'Equipo eliminado' },
  'record-shared': { en: 'Record shared', es: 'Registro compartido' },
  'record-unshared': { en: 'Share taken back', es: 'Registro dejado de compartir' },
  'impersonation-started': { en: 'Began to look as somebody else', es: 'Empezó a ver como otra persona' },
  'impersonation-ended': { en: 'Stopped looking as somebody else', es: 'Dejó de ver como otra persona' },
  publish: { en: 'Version published', es: 'Versión publicada' },
  'restore-version': { en: 'Way back to a version prepared', es: 'Vuelta a una versión preparada' },
  seed: { en: 'Sample data added', es: 'Datos de ejemplo añadidos' },
} as const satisfies Readonly<Record<SignInAct, Text>> & Readonly<Record<string, Text>>

const texts: Readonly<Record<string, Text>> = auditTexts

export const auditActs: readonly string[] = Object.keys(auditTexts)

export const auditTitle = (act: string, language: Language): string => texts[act]?.[language] ?? act
