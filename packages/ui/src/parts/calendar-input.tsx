import { ActionIcon, CloseButton, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import type { FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCalendar } from './use-calendar.ts'
import classes from './calendar-input.module.css'

/** What the editors of days and moments hand on to the text field. */
export type PassedOn = Pick<
  TextInputProps,
  | 'name'
  | 'label'
  | 'description'
  | 'error'
  | 'withAsterisk'
  | 'aria-required'
  | 'disabled'
  | 'autoFocus'
  | 'aria-label'
  | 'inputWrapperOrder'
  | 'miw'
>

interface CalendarInputProps {
  readonly input: PassedOn
  /** The value as it is written while nobody types. */
  readonly text: string
  readonly placeholder: string
  readonly canClear: boolean
  /** What was typed, at each key; null when nothing is left. */
  readonly onType: (typed: string | null) => void
  /** The field was left, or Enter pressed in it. */
  readonly onSettle?: () => void
  /** The calendar. */
  readonly children: (calendar: { readonly close: () => void }) => ReactNode
}

/** A field to type into, with a calendar for those who rather point: by its button, a click or the arrow down. */
export function CalendarInput({ input, text, placeholder, canClear, onType, onSettle, children }: CalendarInputProps) {
  const { t } = useTranslation()
  const { draft, setDraft, isOpen, setOpen, enter, leave, close, isPartOf, setField, setBox, setDropdown } =
    useCalendar()
  const name = typeof input.label === 'string' ? input.label : (input['aria-label'] ?? '')

  const write = (typed: string) => {
    setDraft(typed)
    onType(typed.trim() === '' ? null : typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      enter()
    }
    if (event.key !== 'Enter') return
    leave()
    onSettle?.()
  }
  const onBlur = (event: FocusEvent) => {
    if (isPartOf(event.relatedTarget)) return
    leave()
    onSettle?.()
  }
  return (
    <div
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close()
      }}
    >
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-start"
        trapFocus={false}
        withRoles={false}
        closeOnEscape={false}
        transitionProps={{ duration: 0 }}
      >
        <TextInput
          {...input}
          ref={setField}
          autoComplete="off"
          aria-haspopup="dialog"
          data-mantine-stop-propagation={isOpen || undefined}
          value={draft ?? text}
          placeholder={placeholder}
          inputContainer={(inner) => (
            <Popover.Target>
              <div ref={setBox}>{inner}</div>
            </Popover.Target>
          )}
          rightSectionWidth={canClear ? 52 : 30}
          rightSection={
            <Buttons
              name={name}
              isDisabled={input.disabled === true}
              isOpen={isOpen}
              onClear={canClear && input.disabled !== true ? () => write('') : undefined}
              onOpen={() => (isOpen ? close() : enter())}
            />
          }
          onClick={() => setOpen(input.disabled !== true)}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Popover.Dropdown
          ref={setDropdown}
          className="ag-custom-component-popup"
          data-editor-popup
          role="dialog"
          aria-label={t('field.calendarOf', { field: name })}
          onMouseDown={keepFocus}
        >
          {children({ close })}
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

/** A click on a day leaves the cursor in the field; the clock is typed into. */
const keepFocus = (event: MouseEvent): void => {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
}

interface ButtonsProps {
  readonly name: string
  readonly isDisabled: boolean
  readonly isOpen: boolean
  readonly onClear: (() => void) | undefined
  readonly onOpen: () => void
}

function Buttons({ name, isDisabled, isOpen, onClear, onOpen }: ButtonsProps) {
  const { t } = useTranslation()
  return (
    <span className={classes['buttons']}>
      {onClear === undefined ? null : (
        <CloseButton size="xs" tabIndex={-1} aria-label={t('action.clear')} onClick={onClear} />
      )}
      <ActionIcon
        size="sm"
        tabIndex={-1}
        disabled={isDisabled}
        aria-label={t('field.calendarOf', { field: name })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-mantine-stop-propagation={isOpen || undefined}
        onClick={onOpen}
      >
        <IconCalendar size={14} stroke={1.6} />
      </ActionIcon>
    </span>
  )
}
