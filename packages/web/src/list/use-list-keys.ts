import { useEffect, useRef } from 'react'
import { isFreeKey } from '../shell/is-free-key.ts'

/** Single letters that work while a list is on the screen. */
export const useListKeys = (actions: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = isFreeKey(event) ? latest.current[event.key] : undefined
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
