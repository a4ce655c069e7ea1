import {
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  HighlightChangesModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  ValidationModule,
} from 'ag-grid-community'

/** Only what lists need: all modules together weigh a fifth more. */
export const registerGridModules = (): void => {
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    CustomEditorModule,
    RowSelectionModule,
    PinnedRowModule,
    CellStyleModule,
    RowStyleModule,
    ColumnApiModule,
    RowApiModule,
    RenderApiModule,
    EventApiModule,
    ScrollApiModule,
    HighlightChangesModule,
    LocaleModule,
    ...(import.meta.env.DEV ? [ValidationModule] : []),
  ])
}
