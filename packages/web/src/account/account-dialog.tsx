import { Modal } from '@mantine/core'
import { usePhone } from '@telar/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface AccountDialogProps {
  readonly title: string
  readonly onClose: () => void
  /** What is shown once is not closed by a stray click. */
  readonly isFirm?: boolean
  readonly children: ReactNode
}

/** A step about one's own account, over the page. */
export function AccountDialog({ title, onClose, isFirm = false, children }: AccountDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={480}
      fullScreen={usePhone()}
      closeOnClickOutside={!isFirm}
      closeOnEscape={!isFirm}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  )
}
