/** Puts the cursor into an editor that was just opened in its place, and opens its list if it has one. */
export const openEditor = (box: HTMLElement | null): HTMLInputElement | HTMLTextAreaElement | undefined => {
  const input = box?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  if (input === null || input === undefined) return undefined
  input.focus()
  input.select()
  // As a click of the person would: so the list or calendar opens on the choice that is there.
  if (input.hasAttribute('aria-haspopup')) input.click()
  return input
}
