const taken = 'input, textarea, select, [contenteditable], .ag-cell, [role="dialog"], [role="menu"], [role="listbox"]'

/** Single letters work only where nobody is writing and no cell would take them for the start of an edit. */
export const isFreeKey = (event: KeyboardEvent): boolean => {
  const { target } = event
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return false
  return !(target instanceof Element && target.closest(taken) !== null)
}
