import { CreateRecordProvider, type CreateRequest } from '@telar/ui'
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react'
import { RecordDialogsProvider, type CreateOptions, type EditOptions } from './record-dialogs-context.ts'

const CreateDialog = lazy(async () => ({ default: (await import('./create-dialog.tsx')).CreateDialog }))
const EditDialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditDialog }))

type OpenDialog = { readonly key: number } & (
  | { readonly type: 'create'; readonly options: CreateOptions }
  | { readonly type: 'edit'; readonly options: EditOptions }
)

let lastKey = 0

/** Holds the open forms; a form opened from a link picker stands over the one it came from. */
export function RecordDialogs({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<readonly OpenDialog[]>([])
  const push = useCallback(
    (
      dialog: Omit<Extract<OpenDialog, { type: 'create' }>, 'key'> | Omit<Extract<OpenDialog, { type: 'edit' }>, 'key'>,
    ) => {
      lastKey += 1
      setOpen((before) => [...before, { ...dialog, key: lastKey }])
    },
    [],
  )
  const close = (key: number) => setOpen((before) => before.filter((dialog) => dialog.key !== key))
  const dialogs = useMemo(
    () => ({
      create: (options: CreateOptions) => push({ type: 'create', options }),
      edit: (options: EditOptions) => push({ type: 'edit', options }),
    }),
    [push],
  )
  const createRecord = useCallback((request: CreateRequest) => push({ type: 'create', options: request }), [push])
  return (
    <RecordDialogsProvider value={dialogs}>
      <CreateRecordProvider value={createRecord}>
        {children}
        <Suspense fallback={null}>
          {open.map((dialog) =>
            dialog.type === 'create' ? (
              <CreateDialog key={dialog.key} options={dialog.options} onClose={() => close(dialog.key)} />
            ) : (
              <EditDialog key={dialog.key} options={dialog.options} onClose={() => close(dialog.key)} />
            ),
          )}
        </Suspense>
      </CreateRecordProvider>
    </RecordDialogsProvider>
  )
}
