import { Button, Group } from '@mantine/core'
import { hideNotification, showNotification } from '@mantine/notifications'
import i18next from 'i18next'

interface Toast {
  readonly message: string
  /** A newer toast with the same id takes the place of the older. */
  readonly id?: string
  readonly isError?: boolean
  readonly action?: { readonly label: string; readonly run: () => void }
}

let last = 0

/** A short word about what just happened, with the way back where there is one. */
export const toast = ({ message, id, isError = false, action }: Toast): void => {
  last += 1
  const key = id === undefined ? `toast-${String(last)}` : `${id}-${String(last)}`
  if (id !== undefined) hideNotification(`${id}-${String(shown.get(id) ?? 0)}`)
  if (id !== undefined) shown.set(id, last)
  showNotification({
    id: key,
    color: isError ? 'red' : 'indigo',
    autoClose: action === undefined ? 4000 : 8000,
    withBorder: true,
    role: isError ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': i18next.t('action.close') },
    message:
      action === undefined ? (
        message
      ) : (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <span>{message}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            onClick={() => {
              hideNotification(key)
              action.run()
            }}
          >
            {action.label}
          </Button>
        </Group>
      ),
  })
}

const shown = new Map<string, number>()
