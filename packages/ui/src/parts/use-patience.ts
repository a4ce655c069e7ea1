import { useEffect, useState } from 'react'

const patience = 300

/** True once something has lasted long enough to be worth showing; what is quick shows nothing at all. */
export const usePatience = (isWaiting: boolean): boolean => {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => setOver(true), patience)
    return () => {
      clearTimeout(timer)
      setOver(false)
    }
  }, [isWaiting])
  return isWaiting && isOver
}
