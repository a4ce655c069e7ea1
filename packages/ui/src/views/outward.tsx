import { textOfValue } from './plain-view.tsx'
import type { View, ViewProps } from './view.ts'

/** Text that leads out of the application: a mail program, another site. */
const outwardView = (hrefOf: (text: string) => string | undefined, shown: (text: string) => string): View => {
  function Show({ value }: ViewProps) {
    const text = typeof value === 'string' ? value : ''
    const href = hrefOf(text)
    if (href === undefined) return <span>{text}</span>
    return (
      <a
        className="text-link"
        href={href}
        target={href.startsWith('http') ? '_blank' : undefined}
        rel="noreferrer"
        onClick={(event) => event.stopPropagation()}
      >
        {shown(text)}
      </a>
    )
  }
  return { Show, text: textOfValue, numeric: false }
}

const asWritten = (text: string): string => text

export const email = outwardView((text) => (text.includes('@') ? `mailto:${text}` : undefined), asWritten)

/** Only web addresses become links: `javascript:` and the like stay text. */
export const url = outwardView(
  (text) => (/^https?:\/\//i.test(text) ? text : undefined),
  (text) => text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, ''),
)
