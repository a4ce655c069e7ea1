import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useEffect, useState, type RefObject } from 'react'
import classes from './strip-menu.module.css'

export interface Stop {
  readonly name: string
  readonly title: string
}

interface StripMenuProps {
  /** The row of tabs that may be longer than its place. */
  readonly strip: RefObject<HTMLElement | null>
  readonly label: string
  readonly stops: readonly Stop[]
  readonly current: string | undefined
  readonly onChoose: (name: string) => void
}

/** All tabs of a row as a menu, where not all of them fit: nobody has to find what was cut off by pushing. */
export function StripMenu({ strip, label, stops, current, onChoose }: StripMenuProps) {
  const isLong = useIsLong(strip, stops.map(({ title }) => title).join('\n'))
  useEffect(() => {
    const chosen = strip.current?.querySelector('[aria-current], [data-active]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [strip, current, isLong])
  if (!isLong) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon className={classes['button'] ?? ''} aria-label={label}>
          <IconChevronDown size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes['menu'] ?? ''}>
        {stops.map(({ name, title }) => (
          <Menu.Item
            key={name}
            aria-current={name === current || undefined}
            rightSection={name === current ? <IconCheck size={14} aria-hidden /> : undefined}
            onClick={() => onChoose(name)}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Says so in the row too, which then fades out at its end. */
const useIsLong = (strip: RefObject<HTMLElement | null>, texts: string): boolean => {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const row = strip.current
    if (row === null) return undefined
    const measure = () => {
      const next = row.scrollWidth > row.clientWidth + 1
      row.toggleAttribute('data-long', next)
      setLong(next)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(row)
    measure()
    return () => observer.disconnect()
  }, [strip, texts])
  return isLong
}
