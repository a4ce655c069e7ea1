/** What the administration of people, teams, roles and shares refuses. */
export const administrationErrors = {
  MORE_RIGHTS: {
    status: 403,
    text: {
      en: '{name} may do more than you: somebody who may do at least as much has to do this.',
      es: '{name} tiene más permisos que tú: debe hacerlo alguien que tenga al menos los mismos.',
    },
  },
  ADMINISTRATOR_ONLY: {
    status: 403,
    text: {
      en: 'Only an administrator of the server can do this to another one.',
      es: 'Solo quien administra el servidor puede hacer esto con otra persona que también lo administra.',
    },
  },
  IMPERSONATING: {
    status: 403,
    text: {
      en: 'You are looking at the application as {name}: nothing can be changed meanwhile.',
      es: 'Estás viendo la aplicación como {name}: mientras tanto no se puede modificar nada.',
    },
  },
  SESSION_NEEDED: {
    status: 403,
    text: {
      en: 'This needs a person who signed in with a browser; a key or a command cannot do it.',
      es: 'Esto requiere haber iniciado sesión en un navegador; no se puede hacer con una clave ni desde la línea de órdenes.',
    },
  },
  USER_UNKNOWN: {
    status: 404,
    text: { en: 'There is no such person here.', es: 'No existe esa persona.' },
  },
  TEAM_UNKNOWN: { status: 404, text: { en: 'There is no such team.', es: 'No existe ese equipo.' } },
  SHARE_UNKNOWN: {
    status: 404,
    text: { en: 'The record is not shared like this any more.', es: 'El registro ya no se comparte así.' },
  },
  LAST_MANAGER: {
    status: 409,
    text: {
      en: 'Nobody would be left who manages people and roles. Give these rights to somebody else first.',
      es: 'No quedaría nadie que gestione personas y roles. Da antes esos permisos a otra persona.',
    },
  },
  OWN_RIGHTS: {
    status: 409,
    text: {
      en: 'You would take your own right to manage people or roles away. Ask somebody else to do it.',
      es: 'Te quitarías tu propio permiso para gestionar personas o roles. Pide a otra persona que lo haga.',
    },
  },
  TEAM_IN_USE: {
    status: 409,
    text: {
      en: 'The team still has {records} records and {teams} teams below it. Say which team gets them.',
      es: 'El equipo todavía tiene {records} registros y {teams} equipos que dependen de él. Indica qué equipo los recibe.',
    },
  },
  TEAM_IN_SHARING_RULE: {
    status: 409,
    text: {
      en: 'The sharing rule {rule} names the team “{team}”. Change the rule first.',
      es: 'La regla de compartición {rule} nombra el equipo «{team}». Cambia antes la regla.',
    },
  },
} as const
