import type { IssueTexts } from '../issue/issue.ts'

/** Why somebody may or may not do something, role by role. */
export const explainTexts: IssueTexts = {
  EXPLAIN_ADMINISTRATOR: {
    en: 'Administrators of the server may do everything',
    es: 'Los administradores del servidor pueden hacerlo todo',
  },
  EXPLAIN_NO_ROLE: {
    en: 'The person has no role: without one nothing is allowed',
    es: 'La persona no tiene ningún rol: sin rol no se permite nada',
  },
  EXPLAIN_NOT_ALLOWED: {
    en: '“{role}” does not allow to {action} records of {module}',
    es: '«{role}» no permite {action} registros de {module}',
  },
  EXPLAIN_FIELD: {
    en: '“{role}” does not give this right on the field “{field}”',
    es: '«{role}» no da este permiso sobre el campo «{field}»',
  },
  EXPLAIN_SHARED: {
    en: '“{role}” allows it because the record is shared with the person',
    es: '«{role}» lo permite porque el registro está compartido con la persona',
  },
  'EXPLAIN_IN_SCOPE.own': {
    en: '“{role}” allows to {action} one’s own records of {module}',
    es: '«{role}» permite {action} los registros propios de {module}',
  },
  'EXPLAIN_IN_SCOPE.team': {
    en: '“{role}” allows to {action} the records of {module} that belong to the person or to one of the person’s teams',
    es: '«{role}» permite {action} los registros de {module} propios o de los equipos de la persona',
  },
  'EXPLAIN_IN_SCOPE.teamTree': {
    en: '“{role}” allows to {action} the records of {module} of the person’s teams and of the teams below them',
    es: '«{role}» permite {action} los registros de {module} de los equipos de la persona y de los que dependen de ellos',
  },
  'EXPLAIN_IN_SCOPE.all': {
    en: '“{role}” allows to {action} all records of {module}',
    es: '«{role}» permite {action} todos los registros de {module}',
  },
  'EXPLAIN_IN_SCOPE.where': {
    en: '“{role}” allows to {action} the records of {module} that meet its condition',
    es: '«{role}» permite {action} los registros de {module} que cumplen su condición',
  },
  'EXPLAIN_SHORT.own': {
    en: '“{role}” allows it for one’s own records only, and this one belongs to somebody else',
    es: '«{role}» solo lo permite en los registros propios, y este es de otra persona',
  },
  'EXPLAIN_SHORT.team': {
    en: '“{role}” allows it for records of the person and the person’s teams only, and this one is of neither',
    es: '«{role}» solo lo permite en los registros propios o de los equipos de la persona, y este no lo es',
  },
  'EXPLAIN_SHORT.teamTree': {
    en: '“{role}” allows it for the person’s teams and those below them only, and this record is of another one or of none',
    es: '«{role}» solo lo permite en los equipos de la persona y los que dependen de ellos, y este registro es de otro o de ninguno',
  },
  'EXPLAIN_SHORT.where': {
    en: '“{role}” allows it for records that meet its condition only, and this one does not',
    es: '«{role}» solo lo permite en los registros que cumplen su condición, y este no la cumple',
  },
  EXPLAIN_UNSEEN: {
    en: 'Whoever may not see a record may not {action} it either',
    es: 'Quien no puede ver un registro tampoco puede: {action}',
  },
}
