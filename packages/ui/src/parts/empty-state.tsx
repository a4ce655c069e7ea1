import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TelarIcon } from '../icons/telar-icon.tsx'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  readonly icon: string
  readonly title: string
  readonly children?: ReactNode
  /** The one thing to do from here. */
  readonly action?: ReactNode
}

/** Nothing here: one line that says so and one action. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="sm" className={classes['root']} role="status">
      <span className={classes['icon']}>
        <TelarIcon name={icon} size={20} />
      </span>
      <Text fw={600} fz="md">
        {title}
      </Text>
      {children === undefined ? null : (
        <Text c="dimmed" ta="center" maw={380}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  )
}
