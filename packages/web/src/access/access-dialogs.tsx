import { WhyProvider, type AskWhy } from '@telar/ui'
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import { AccessDialogsProvider, type AccessDialog } from './access-dialogs-context.ts'

const WhyPanel = lazy(async () => ({ default: (await import('./why-panel.tsx')).WhyPanel }))
const WhoPanel = lazy(async () => ({ default: (await import('./who-panel.tsx')).WhoPanel }))
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))
const AssignDialog = lazy(async () => ({ default: (await import('./assign-dialog.tsx')).AssignDialog }))

/** Holds the one open explanation, share or assignment. */
export function AccessDialogs({ children }: { readonly children: ReactNode }) {
  const [dialog, setDialog] = useState<AccessDialog>()
  const close = useCallback(() => setDialog(undefined), [])
  const ask = useCallback<AskWhy>((question) => setDialog({ type: 'why', question, isOpenQuestion: false }), [])
  return (
    <WhyProvider value={ask}>
      <AccessDialogsProvider value={setDialog}>
        {children}
        <Suspense fallback={null}>{dialog === undefined ? null : <Open dialog={dialog} onClose={close} />}</Suspense>
      </AccessDialogsProvider>
    </WhyProvider>
  )
}

function Open({ dialog, onClose }: { readonly dialog: AccessDialog; readonly onClose: () => void }) {
  switch (dialog.type) {
    case 'why':
      return <WhyPanel question={dialog.question} isOpenQuestion={dialog.isOpenQuestion} onClose={onClose} />
    case 'who':
      return <WhoPanel module={dialog.module} record={dialog.record} onClose={onClose} />
    case 'share':
      return <ShareDialog module={dialog.module} record={dialog.record} canWrite={dialog.canWrite} onClose={onClose} />
    case 'assign':
      return <AssignDialog module={dialog.module} records={dialog.records} onDone={dialog.onDone} onClose={onClose} />
  }
}
