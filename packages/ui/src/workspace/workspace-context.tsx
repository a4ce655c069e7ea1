import type { Member, WorkspaceClient, WorkspaceModel } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { createContext, use } from 'react'
import type { Format } from '../format/format.ts'
import type { Views } from '../views/view.ts'

/** Where the screens of one workspace get everything that is the same for all of them. */
export interface Workspace {
  readonly client: WorkspaceClient
  readonly model: WorkspaceModel
  readonly format: Format
  readonly views: Views
  readonly navigation: RecordNavigation
}

/** How parts of this room lead to records without knowing the router. */
export interface RecordNavigation {
  readonly href: (module: string, id: string) => string
  readonly open: (module: string, id: string) => void
}

const WorkspaceContext = createContext<Workspace | null>(null)

export const WorkspaceProvider = WorkspaceContext.Provider

export const useWorkspace = (): Workspace => {
  const workspace = use(WorkspaceContext)
  if (workspace === null) throw new Error('This part of the screen must stand inside a WorkspaceProvider.')
  return workspace
}

export const useFormat = (): Format => useWorkspace().format

/** A module that the reader may see, by name. */
export const useModuleView = (name: string): ModuleView | undefined => useWorkspace().model.modules[name]

export const memberName = (members: readonly Member[], id: string): string =>
  members.find((member) => member.id === id)?.name ?? ''
