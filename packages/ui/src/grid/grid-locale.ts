import type { TFunction } from 'i18next'

/** The grid's own few words, most of them for assistive technology. */
export const gridLocale = (t: TFunction): Record<string, string> => ({
  loadingOoo: t('grid.loading'),
  noRowsToShow: t('grid.empty'),
  loadingError: t('grid.failed'),
  ariaSortableColumn: t('grid.sortable'),
  ariaRowToggleSelection: t('grid.toggleRow'),
  ariaRowSelectionDisabled: t('grid.toggleRow'),
  ariaHeaderSelection: t('grid.selectionColumn'),
  ariaChecked: t('grid.checked'),
  ariaUnchecked: t('grid.unchecked'),
  ariaSkeletonCellLoading: t('grid.loading'),
  ariaSkeletonCellLoadingFailed: t('grid.failed'),
  ariaInputEditor: t('grid.editor'),
})
