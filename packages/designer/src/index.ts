export { AuditScreen } from './audit/audit-screen.tsx'
export { PeopleScreen } from './people/people-screen.tsx'
export { TeamsScreen } from './teams/teams-screen.tsx'
