import { Modal } from '@mantine/core'
import { modals } from '@mantine/modals'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from './use-phone.ts'

interface FormDialogProps {
  readonly title: string
  readonly isDirty: boolean
  readonly onClose: () => void
  /** Has a table in it. */
  readonly isWide: boolean
  readonly children: (close: () => void) => ReactNode
}

/** A form over the screen; what was written is not thrown away by a stray click or Escape. */
export function FormDialog({ title, isDirty, onClose, isWide, children }: FormDialogProps) {
  const { t } = useTranslation()
  const isPhone = usePhone()
  const close = () => {
    if (!isDirty) return onClose()
    modals.openConfirmModal({
      title: t('record.discardTitle'),
      children: t('record.discard'),
      labels: { confirm: t('record.discardYes'), cancel: t('record.discardNo') },
      confirmProps: { color: 'red' },
      zIndex: 400,
      onConfirm: onClose,
    })
    return undefined
  }
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={isWide ? 1120 : 720}
      fullScreen={isPhone}
      closeOnClickOutside={!isDirty}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      {children(close)}
    </Modal>
  )
}
