import { teamOf } from './lists/members.ts'

/** A point of the history: days before (negative) the day of installation and the minute of that day. */
export interface Moment {
  readonly day: number
  readonly minute: number
}

export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

export type Data = Readonly<Record<string, Value>>

export interface Operation {
  readonly at: Moment
  readonly written: Readonly<Record<string, Value>>
}

interface Act {
  readonly at: Moment
  readonly by: string
}

/** Collects what happened; what lies after yesterday has not happened and is left out. */
export interface History {
  readonly create: (module: string, act: Act & { readonly ref: string; readonly data: Data }) => void
  readonly update: (ref: string, act: Act & { readonly data: Data }) => void
  readonly link: (
    ref: string,
    act: Act & { readonly link: string; readonly to: string; readonly attributes?: Data },
  ) => void
  /** Everything in the order in which it happened. */
  readonly operations: () => readonly Operation[]
}

const lastDay = -1

/** Yesterday is the last day of the history: the day of installation belongs to its reader. */
export const hasHappened = (moment: Moment): boolean => moment.day <= lastDay

export const createHistory = (): History => {
  const operations: Operation[] = []
  const add = ({ at, by }: Act, written: Readonly<Record<string, Value>>): void => {
    if (!hasHappened(at)) return
    const { op = '', module, ref: name = '', ...rest } = written
    const head = module === undefined ? { op, ref: name } : { op, module, ref: name }
    operations.push({ at, written: { ...head, day: at.day, time: clock(at.minute), by, ...rest } })
  }
  return {
    create: (module, act) => add(act, { op: 'create', module, ref: act.ref, data: withTeam(withoutGaps(act)) }),
    update: (ref, act) => add(act, { op: 'update', ref, data: withTeam(act.data) }),
    link: (ref, act) =>
      add(act, {
        op: 'link',
        ref,
        link: act.link,
        to: { ref: act.to },
        ...(act.attributes === undefined ? {} : { attributes: act.attributes }),
      }),
    operations: () => operations.toSorted((a, b) => a.at.day - b.at.day || a.at.minute - b.at.minute),
  }
}

/** A new record need not say what it leaves empty or off, nor that its maker owns it. */
const withoutGaps = ({ by, data }: { readonly by: string; readonly data: Data }): Data =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => value !== null && value !== false && !(name === 'ownerId' && isMember(value, by)),
    ),
  )

/** What is given to somebody is given to the team; what its maker keeps is of the maker's team by itself. */
const withTeam = (data: Data): Data => {
  const owner = data['ownerId']
  return isGiven(owner) ? { ...data, teamId: { team: teamOf(owner.member) } } : data
}

const isGiven = (value: Value | undefined): value is { readonly member: string } =>
  typeof value === 'object' && value !== null && 'member' in value && typeof value.member === 'string'

const isMember = (value: Value, name: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).some(([key, who]) => key === 'member' && who === name)

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The calendar date of a day, made when the data is installed. */
export const date = (day: number): Value => ({ $date: day })

export const dateTime = ({ day, minute }: Moment): Value => ({ $dateTime: day, time: clock(minute) })

export const ref = (name: string): Value => ({ ref: name })

export const member = (name: string): Value => ({ member: name })

/** So many minutes later, over midnight if need be. */
export const later = ({ day, minute }: Moment, minutes: number): Moment => {
  const total = minute + Math.round(minutes)
  return { day: day + Math.floor(total / 1440), minute: ((total % 1440) + 1440) % 1440 }
}

export const isBefore = (a: Moment, b: Moment): boolean => a.day < b.day || (a.day === b.day && a.minute < b.minute)

export const latest = (moments: readonly [Moment, ...Moment[]]): Moment =>
  moments.reduce((last, moment) => (isBefore(last, moment) ? moment : last))

/** The same moment if it lies in working hours, else when work begins again. */
export const atWork = ({ day, minute }: Moment): Moment => {
  if (minute < 8 * 60) return { day, minute: 8 * 60 }
  return minute > 19 * 60 + 30 ? { day: day + 1, minute: 8 * 60 } : { day, minute }
}
