import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type Action, actions, type JsonObject, type Scope } from '@telar/metadata'
import { TelarIcon } from '@telar/ui'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isNamed, limitedFields, others, scopeAt } from './role-document.ts'
import { cellKey, type RoleIssues } from './role-issues.ts'
import type { RoleRow } from './role-rows.ts'
import { ScopeMenu } from './scope-menu.tsx'
import classes from './roles.module.css'

interface RoleMatrixProps {
  readonly role: JsonObject
  readonly rows: readonly RoleRow[]
  readonly issues: RoleIssues
  readonly onScope: (module: string, action: Action, scope: Scope) => void
  /** Opens what a row says of fields, and its conditions. */
  readonly onOpen: (module: string) => void
}

interface Place {
  readonly row: number
  readonly column: number
}

interface OpenCell {
  readonly module: string
  readonly action: Action
  readonly element: HTMLElement
}

/** Modules by actions; each cell says how far the role reaches. Arrow keys move, Enter chooses. */
export function RoleMatrix({ role, rows, issues, onScope, onOpen }: RoleMatrixProps) {
  const { t } = useTranslation()
  const grid = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const [open, setOpen] = useState<OpenCell>()
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = {
      row: clamp(place.row + step.row, Math.max(0, rows.length - 1)),
      column: clamp(place.column + step.column, actions.length),
    }
    setPlace(next)
    const cell = `[data-place="${String(next.row)} ${String(next.column)}"]`
    grid.current?.querySelector<HTMLElement>(cell)?.focus()
  }
  const tabIndex = (row: number, column: number): 0 | -1 =>
    row === Math.min(place.row, rows.length - 1) && column === place.column ? 0 : -1
  return (
    <div className={classes['matrixScroll']} onScroll={() => setOpen(undefined)}>
      <table ref={grid} className={classes['matrix']} role="grid" aria-label={t('roles.matrix')} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{t('roles.module')}</th>
            {actions.map((action) => (
              <th key={action} scope="col">
                {t(`roles.actions.${action}`)}
              </th>
            ))}
            <th scope="col">{t('roles.fields')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.name}
              data-named={isNamed(role, row.name) || undefined}
              data-others={row.name === others || undefined}
            >
              <RowTitle row={row} isNamed={isNamed(role, row.name)} onOpen={() => onOpen(row.name)} />
              {actions.map((action, column) => (
                <ScopeCell
                  key={action}
                  title={row.title}
                  action={action}
                  scope={scopeAt(role, row.name, action)}
                  issue={issues.get(cellKey(row.name, action))?.[0]?.message}
                  place={`${String(index)} ${String(column)}`}
                  tabIndex={tabIndex(index, column)}
                  isOpen={open?.module === row.name && open.action === action}
                  onFocus={() => setPlace({ row: index, column })}
                  onOpen={(element) => setOpen({ module: row.name, action, element })}
                />
              ))}
              <td role="gridcell">
                <FieldsButton
                  row={row}
                  role={role}
                  issue={issues.get(cellKey(row.name, 'fields'))?.[0]?.message}
                  place={`${String(index)} ${String(actions.length)}`}
                  tabIndex={tabIndex(index, actions.length)}
                  onFocus={() => setPlace({ row: index, column: actions.length })}
                  onOpen={() => onOpen(row.name)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open === undefined ? null : (
        <ScopeMenu
          element={open.element}
          scope={scopeAt(role, open.module, open.action)}
          allowsCondition={open.module !== others}
          onClose={() => {
            setOpen(undefined)
            open.element.focus()
          }}
          onChoose={(scope) => {
            onScope(open.module, open.action, scope)
            if (typeof scope !== 'string') onOpen(open.module)
          }}
        />
      )}
    </div>
  )
}

const steps: Readonly<Record<string, Place>> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  Home: { row: 0, column: -100 },
  End: { row: 0, column: 100 },
}

const clamp = (value: number, most: number): number => Math.min(Math.max(0, value), most)

interface RowTitleProps {
  readonly row: RoleRow
  readonly isNamed: boolean
  readonly onOpen: () => void
}

function RowTitle({ row, isNamed: isOwn, onOpen }: RowTitleProps) {
  const { t } = useTranslation()
  const isOthers = row.name === others
  return (
    <th scope="row">
      <UnstyledButton className={classes['rowTitle']} tabIndex={-1} onClick={onOpen}>
        <TelarIcon name={row.icon} />
        <span className={classes['rowText']}>
          <span className="truncate">{row.title}</span>
          {isOthers || isOwn ? null : <span className={classes['inherits']}>{t('roles.inherits')}</span>}
        </span>
      </UnstyledButton>
    </th>
  )
}

interface ScopeCellProps {
  readonly title: string
  readonly action: Action
  readonly scope: Scope
  readonly issue: string | undefined
  readonly place: string
  readonly tabIndex: 0 | -1
  readonly isOpen: boolean
  readonly onFocus: () => void
  readonly onOpen: (element: HTMLElement) => void
}

function ScopeCell({ title, action, scope, issue, place, tabIndex, isOpen, onFocus, onOpen }: ScopeCellProps) {
  const { t } = useTranslation()
  const name = typeof scope === 'string' ? scope : 'where'
  const shown = t(`roles.scopes.${name}`)
  const said = t('roles.scopeOf', { module: title, action: t(`roles.actions.${action}`), scope: shown })
  const cell = (
    <UnstyledButton
      className={classes['scope']}
      data-scope={name}
      data-wrong={issue === undefined ? undefined : true}
      data-place={place}
      tabIndex={tabIndex}
      aria-label={issue === undefined ? said : `${said}. ${issue}`}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onFocus={onFocus}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      {scope === 'none' ? <span aria-hidden>–</span> : shown}
    </UnstyledButton>
  )
  return (
    <td role="gridcell">
      {issue === undefined ? (
        cell
      ) : (
        <Tooltip label={issue} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
          {cell}
        </Tooltip>
      )}
    </td>
  )
}

interface FieldsButtonProps {
  readonly row: RoleRow
  readonly role: JsonObject
  readonly issue: string | undefined
  readonly place: string
  readonly tabIndex: 0 | -1
  readonly onFocus: () => void
  readonly onOpen: () => void
}

function FieldsButton({ row, role, issue, place, tabIndex, onFocus, onOpen }: FieldsButtonProps) {
  const { t } = useTranslation()
  const own = Object.values(row.module?.fields ?? {}).filter(({ system }) => !system)
  const names = row.module === undefined ? [others] : own.map(({ name }) => name)
  const limited = limitedFields(role, row.name, names)
  const shown = limited === 0 ? t('roles.allFields') : t('roles.fieldsLimited', { count: limited })
  return (
    <UnstyledButton
      className={classes['fieldsButton']}
      data-limited={limited > 0 || undefined}
      data-wrong={issue === undefined ? undefined : true}
      data-place={place}
      tabIndex={tabIndex}
      aria-label={`${shown}: ${t('roles.details', { module: row.title })}${issue === undefined ? '' : `. ${issue}`}`}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span>{shown}</span>
      <IconChevronRight size={14} aria-hidden />
    </UnstyledButton>
  )
}
