import { useEffect } from 'react'
import { useWorkspace } from '../workspace/workspace-context.tsx'

/** What the tab of the browser says while a screen is open. */
export const useTitle = (place: string | undefined): void => {
  const { model } = useWorkspace()
  useEffect(() => {
    document.title = place === undefined ? model.title : `${place} · ${model.title}`
  }, [place, model.title])
}
