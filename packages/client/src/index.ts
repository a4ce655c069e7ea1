export { createClient, type Client, type ClientOptions, type WorkspaceSummary } from './create-client.ts'
export type {
  AccessAnswer,
  AccessExplanations,
  AccessHolder,
  AccessHolders,
  AccessQuestion,
  AccessReason,
} from './access.ts'
export type { AggregateAnswer, AggregateGroup, AggregateQuery } from './aggregate.ts'
export type { Auth, SessionUser, SetupRequest } from './auth.ts'
export type { ChangesetPlan, Changesets, PlanIssue } from './changesets.ts'
export type { EventListener, RecordEvent, Subscription } from './events.ts'
export type { FileData, Files } from './files.ts'
export type { HistoryChange, HistoryEntry, HistoryPage } from './history.ts'
export type { LinkEnd, ListPage, ListQuery, RecordData, Records } from './records.ts'
export type { Roles, RoleSource, RoleSummary } from './roles.ts'
export type { Share, ShareRequest, Shares } from './shares.ts'
export { isTelarError, TelarError, type Problem, type ProblemIssue } from './telar-error.ts'
export type { Member, SearchHit, SearchOptions, Team, WorkspaceClient, WorkspaceModel } from './workspace-client.ts'
