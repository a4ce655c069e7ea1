import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './profile.module.css'

interface ProfileSectionProps {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

/** What it is about at the left, what one can do at the right. */
export function ProfileSection({ title, lead, children }: ProfileSectionProps) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div>
        <Title order={2} id={id}>
          {title}
        </Title>
        <p className={classes['lead']}>{lead}</p>
      </div>
      <div className={classes['content']}>{children}</div>
    </section>
  )
}
