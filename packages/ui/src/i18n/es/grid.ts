export const grid = {
  totals: 'Total',
  untitled: 'Sin título',
  loading: 'Cargando…',
  empty: 'No hay nada que mostrar',
  failed: 'No se ha podido cargar',
  sortable: 'Pulsa Intro para ordenar',
  toggleRow: 'Pulsa Espacio para seleccionar la fila',
  selectionColumn: 'Selección',
  checked: 'seleccionada',
  unchecked: 'no seleccionada',
  editor: 'Editor',
}
