import { useEffect, useState } from 'react'

/** What is open, what is half written, and where the keys go. */
export const useCalendar = () => {
  const [draft, setDraft] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const [dropdown, setDropdown] = useState<HTMLDivElement | null>(null)
  const [isEntered, setEntered] = useState(false)
  useEffect(() => {
    if (!isEntered || dropdown === null) return undefined
    // Once it has its place.
    const frame = requestAnimationFrame(() => focusDay(dropdown))
    return () => cancelAnimationFrame(frame)
  }, [isEntered, dropdown])
  const enter = () => {
    setOpen(true)
    setEntered(true)
    if (dropdown !== null) focusDay(dropdown)
  }
  const leave = () => {
    setDraft(null)
    setOpen(false)
    setEntered(false)
  }
  const close = () => {
    leave()
    field?.focus()
  }
  const isPartOf = (place: Node | null): boolean => box?.contains(place) === true || dropdown?.contains(place) === true
  return {
    draft,
    setDraft,
    isOpen,
    setOpen,
    enter,
    leave,
    close,
    isPartOf,
    setField,
    setBox,
    setDropdown,
  }
}

const focusDay = (calendar: HTMLElement): void => {
  const days = ['[data-selected]', '[data-today]:not([data-outside])', 'td button:not([data-outside])']
  days
    .map((day) => calendar.querySelector<HTMLElement>(day))
    .find((day) => day !== null)
    ?.focus()
}
