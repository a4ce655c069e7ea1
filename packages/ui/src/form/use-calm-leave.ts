import { useCallback, useRef } from 'react'

/**
 * A message that appears below a field moves what stands under it. While the pointer is down that would be the button
 * that is just being clicked: what is to be said then waits until the click has happened.
 */
export const useCalmLeave = (leave: (field: string) => void) => {
  const isDown = useRef(false)
  const waiting = useRef(new Set<string>())

  const onPointerDown = useCallback(() => {
    if (isDown.current) return
    isDown.current = true
    const release = () => {
      isDown.current = false
      removeEventListener('pointerup', release)
      removeEventListener('pointercancel', release)
      // The click comes right after the pointer is up.
      setTimeout(() => {
        for (const field of waiting.current) leave(field)
        waiting.current.clear()
      })
    }
    addEventListener('pointerup', release)
    addEventListener('pointercancel', release)
  }, [leave])

  const calmLeave = useCallback(
    (field: string) => {
      if (isDown.current) waiting.current.add(field)
      else leave(field)
    },
    [leave],
  )
  return { leave: calmLeave, onPointerDown }
}
