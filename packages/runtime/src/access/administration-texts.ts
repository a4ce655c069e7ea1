import type { IssueTexts } from '@telar/metadata'

/** What only the administration of people, teams, roles and shares can find wrong. */
export const administrationTexts: IssueTexts = {
  USER_MISSING: { en: 'There is no such person here', es: 'No existe esa persona' },
  USER_INACTIVE: { en: 'This person is no longer active here', es: 'Esta persona ya no está activa' },
  SAME_PERSON: { en: 'Choose somebody else', es: 'Elige a otra persona' },
  TEAM_MISSING: { en: 'There is no such team', es: 'No existe ese equipo' },
  TEAM_CYCLE: {
    en: 'A team cannot lie below itself or below one of its own teams',
    es: 'Un equipo no puede depender de sí mismo ni de uno de sus propios equipos',
  },
  TEAM_TOO_DEEP: {
    en: 'Teams can be nested {limit} levels deep at most',
    es: 'Los equipos admiten como máximo {limit} niveles',
  },
  TEAM_KEY_TAKEN: { en: 'Another team already has this key', es: 'Otro equipo ya tiene esta clave' },
  TEAM_BELOW: {
    en: 'Choose a team that is not the deleted one and does not lie below it',
    es: 'Elige un equipo que no sea el que se elimina ni dependa de él',
  },
  ATTRIBUTE_UNKNOWN: {
    en: 'People have no attribute “{attribute}”. Known: {known}',
    es: 'Las personas no tienen el atributo «{attribute}». Conocidos: {known}',
  },
  MODULE_NOT_OWNED: {
    en: 'There is no module “{module}” whose records have an owner',
    es: 'No existe un módulo «{module}» cuyos registros tengan responsable',
  },
  SHARED_ALREADY: {
    en: 'The record is already shared with them; take that back first',
    es: 'El registro ya se comparte con esta persona o equipo; quita antes ese acceso',
  },
  ONE_RECIPIENT: { en: 'Name either a person or a team', es: 'Indica una persona o un equipo, no ambos' },
  NOT_INVITED: {
    en: 'This person has no open invitation',
    es: 'Esta persona no tiene ninguna invitación pendiente',
  },
  OWNER_INACTIVE: {
    en: 'The owner must be somebody who is active here',
    es: 'El responsable debe ser una persona activa',
  },
}
