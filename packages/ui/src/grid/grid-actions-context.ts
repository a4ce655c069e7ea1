import { createContext, use } from 'react'

/** What cells can ask of the list they stand in. */
export interface GridActions {
  readonly open: (id: string) => void
  readonly hrefOf: (id: string) => string
  readonly totalsLabel: string
  readonly untitled: string
}

const GridActionsContext = createContext<GridActions>({
  open: () => undefined,
  hrefOf: () => '',
  totalsLabel: '',
  untitled: '',
})

export const GridActionsProvider = GridActionsContext.Provider

export const useGridActions = (): GridActions => use(GridActionsContext)
