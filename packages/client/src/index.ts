export { createClient, type Client, type ClientOptions, type WorkspaceSummary } from './create-client.ts'
export type {
  AccessAnswer,
  AccessExplanations,
  AccessHolder,
  AccessHolders,
  AccessQuestion,
  AccessReason,
  RecordRights,
} from './access.ts'
export type { AggregateAnswer, AggregateGroup, AggregateQuery } from './aggregate.ts'
export type { ApiKey, ApiKeyRequest } from './api-keys.ts'
export type { AuditEntry, AuditPage, AuditQuery, ReadAudit } from './audit.ts'
export type { Auth, SessionUser, SetupRequest, SignInMethods, SignInStep } from './auth.ts'
export type { AccessEffect, AccessImpact, ChangesetPlan, Changesets, PlanIssue } from './changesets.ts'
export type { EventListener, RecordEvent, Subscription } from './events.ts'
export type { FileData, Files } from './files.ts'
export type { HistoryChange, HistoryEntry, HistoryPage } from './history.ts'
export type { InvitationLink } from './invitation-link.ts'
export type { Me, MyRole } from './me.ts'
export type { ResetLink } from './passwords.ts'
export type { Security } from './profile.ts'
export type { Session } from './sessions.ts'
export type { TwoFactorStart } from './two-factor.ts'
export type { Impersonation, Impersonator } from './impersonation.ts'
export type { Invitation, InvitationRequest, Invitations, SentInvitation } from './invitations.ts'
export type { OwnedRecords, People, PeopleCare, Person, PersonAttribute, PersonChange } from './people.ts'
export type { LinkEnd, ListPage, ListQuery, RecordData, Records } from './records.ts'
export type { Roles, RoleSource, RoleSummary } from './roles.ts'
export type { Share, ShareRequest, Shares } from './shares.ts'
export type { TeamChange, TeamNode, Teams } from './teams.ts'
export { isTelarError, TelarError, type Problem, type ProblemIssue } from './telar-error.ts'
export type { Member, SearchHit, SearchOptions, Team, WorkspaceClient, WorkspaceModel } from './workspace-client.ts'
