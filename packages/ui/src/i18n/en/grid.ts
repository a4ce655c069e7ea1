export const grid = {
  totals: 'Total',
  untitled: 'Untitled',
  loading: 'Loading…',
  empty: 'Nothing to show',
  failed: 'Could not be loaded',
  sortable: 'Press Enter to sort',
  toggleRow: 'Press Space to select the row',
  selectionColumn: 'Selection',
  checked: 'selected',
  unchecked: 'not selected',
  editor: 'Editor',
} as const
