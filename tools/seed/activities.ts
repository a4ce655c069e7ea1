import { date, dateTime, hasHappened, isBefore, later, latest, member, type Moment, ref } from './history.ts'
import {
  agendas,
  callNotes,
  callSubjects,
  meetingTitles,
  noteTexts,
  outcomes,
  shortCallNotes,
  taskTexts,
} from './lists/phrases.ts'
import { type Account, type Contact, isAwake, type World } from './world.ts'

/** What an activity is about; every part but one may be missing. */
export interface About {
  readonly account?: Account | undefined
  readonly contact?: Contact | undefined
  readonly opportunity?: string
  readonly lead?: string
  readonly case?: string
  /** Not before this moment: the record it is about was made then. */
  readonly since?: Moment
}

interface Activity extends About {
  readonly at: Moment
  readonly by: string
}

const links = ({ account, contact, opportunity, lead, case: about }: About) => ({
  account: account === undefined ? null : ref(account.ref),
  contact: contact === undefined ? null : ref(contact.ref),
  opportunity: opportunity === undefined ? null : ref(opportunity),
  lead: lead === undefined ? null : ref(lead),
  case: about === undefined ? null : ref(about),
})

const isPossible = ({ at, account }: Activity): boolean =>
  hasHappened(at) && (account === undefined || isAwake(account, at.day))

/** A call that was made; the record is written when it ends. */
export const addCall = (world: World, call: Activity & { readonly purpose: string }): void => {
  if (!isPossible(call)) return
  const name = world.newRef('p')
  const random = world.randomFor(`call/${name}`)
  const wasReached = random.chance(0.8)
  const minutes = wasReached ? random.between(3, 28) : 1
  const missed = random.pick(['message', 'noAnswer', 'busy', 'callBack'] as const)
  world.history.create('call', {
    ref: name,
    at: later(call.at, minutes + 1),
    by: call.by,
    data: {
      subject: random.pick(callSubjects[call.purpose] ?? ['Llamada']),
      direction: random.chance(call.purpose === 'support' ? 0.4 : 0.18) ? 'inbound' : 'outbound',
      status: 'held',
      purpose: call.purpose,
      startsAt: dateTime(call.at),
      minutes,
      result: wasReached ? 'reached' : missed,
      ...links(call),
      description: random.chance(0.5) ? (wasReached ? random.pick(callNotes) : (shortCallNotes[missed] ?? null)) : null,
      ownerId: member(call.by),
    },
  })
}

/** A call somebody intends to make after today. */
export const planCall = (world: World, call: Activity & { readonly purpose: string; readonly on: Moment }): void => {
  if (!isPossible(call)) return
  const name = world.newRef('p')
  const random = world.randomFor(`call/${name}`)
  world.history.create('call', {
    ref: name,
    at: call.at,
    by: call.by,
    data: {
      subject: random.pick(callSubjects[call.purpose] ?? ['Llamada']),
      direction: 'outbound',
      status: 'planned',
      purpose: call.purpose,
      startsAt: dateTime(call.on),
      reminderAt: dateTime(later(call.on, -15)),
      phone: call.contact?.phone ?? null,
      ...links(call),
      ownerId: member(call.by),
    },
  })
}

interface Appointment extends Activity {
  readonly type: string
  /** Days before, on which it was agreed. */
  readonly planned: number
  readonly companion?: string
}

/** A meeting, planned some days before and reported afterwards. */
export const addMeeting = (world: World, meeting: Appointment): void => {
  const planned = latest([later(meeting.at, -1440 * meeting.planned), ...beginnings(meeting)])
  if (isBefore(meeting.at, planned) || !canHappen(meeting, planned)) return
  const name = world.newRef('m')
  const random = world.randomFor(`meeting/${name}`)
  const start = { day: meeting.at.day, minute: Math.round(meeting.at.minute / 30) * 30 }
  const end = later(start, random.pick([30, 60, 60, 90, 120]))
  world.history.create('meeting', {
    ref: name,
    at: planned,
    by: meeting.by,
    data: {
      subject: titleOf(meeting),
      type: meeting.type,
      status: 'planned',
      startsAt: dateTime(start),
      endsAt: dateTime(end),
      ...placeOf(name, meeting),
      ...links(meeting),
      companion: meeting.companion === undefined ? null : member(meeting.companion),
      agenda: random.chance(0.3) ? random.pick(agendas) : null,
      ownerId: member(meeting.by),
    },
  })
  const isHeld = random.chance(0.92)
  invite(world, meeting, { name, planned, response: hasHappened(end) && isHeld ? 'attended' : 'accepted' })
  world.history.update(name, {
    at: later(end, random.between(20, 200)),
    by: meeting.by,
    data: isHeld ? { status: 'held', outcome: random.pick(outcomes) } : { status: 'notHeld' },
  })
}

/** Written by today, and nobody meets a silent company. */
const canHappen = ({ account, at, ...rest }: Appointment, planned: Moment): boolean =>
  (account === undefined || isAwake(account, at.day)) && isPossible({ ...rest, account, at: planned })

/** An activity is written after everything it is about. */
const beginnings = ({ account, contact, since }: About): readonly Moment[] =>
  [account?.created, contact?.created, since].flatMap((moment) => (moment === undefined ? [] : [later(moment, 30)]))

const titleOf = ({ type, account }: Appointment): string =>
  `${meetingTitles[type] ?? 'Reunión'}: ${account?.name ?? 'cliente potencial'}`

const placeOf = (name: string, { type, account }: Appointment) => {
  if (type === 'video') return { videoLink: `https://reuniones.valdora.example/${name}` }
  if (type === 'ourOffice' || type === 'demo') return { place: 'Zaragoza, sala de demostraciones' }
  return { place: account?.city ?? null }
}

const invite = (
  world: World,
  meeting: Activity,
  { name, planned, response }: { readonly name: string; readonly planned: Moment; readonly response: string },
): void => {
  if (meeting.contact === undefined) return
  const others = (meeting.account?.contacts ?? [])
    .filter((one) => one !== meeting.contact && one.created.day < planned.day)
    .slice(0, name.endsWith('3') || name.endsWith('7') ? 1 : 0)
  for (const [index, contact] of [meeting.contact, ...others].entries()) {
    world.history.link(name, {
      at: later(planned, index + 1),
      by: meeting.by,
      link: 'attendees',
      to: contact.ref,
      attributes: { attendance: index === 0 ? response : 'invited' },
    })
  }
}

/** A task with a date; some are done in time, some late, some never. */
export const addTask = (world: World, task: Activity & { readonly days: number; readonly type?: string }): void => {
  if (!isPossible(task)) return
  const name = world.newRef('t')
  const random = world.randomFor(`task/${name}`)
  const [type, subject] = random.pick(taskTexts.filter(([kind]) => task.type === undefined || kind === task.type))
  const due = task.at.day + task.days
  world.history.create('task', {
    ref: name,
    at: task.at,
    by: task.by,
    data: {
      subject,
      status: 'notStarted',
      priority: random.weighted([
        ['high', 22],
        ['medium', 60],
        ['low', 18],
      ]),
      type,
      dueDate: date(due),
      ...links(task),
      ownerId: member(task.by),
    },
  })
  finish(world, { name, task, due })
}

const finish = (
  world: World,
  { name, task, due }: { readonly name: string; readonly task: Activity; readonly due: number },
): void => {
  const random = world.randomFor(`finish/${name}`)
  const done = { day: Math.max(task.at.day + 1, due + random.between(-4, 3)), minute: random.between(480, 1100) }
  const isAllowed = task.account === undefined || isAwake(task.account, done.day)
  if (hasHappened(done) && random.chance(0.9) && isAllowed) {
    world.history.update(name, { at: done, by: task.by, data: { status: 'completed', completedOn: date(done.day) } })
  } else if (random.chance(0.35)) {
    const data = random.chance(0.5)
      ? { status: 'inProgress', progress: String(random.between(1, 8) * 10) }
      : { status: 'waiting' }
    world.history.update(name, { at: later(task.at, 1500), by: task.by, data })
  }
}

export const addNote = (world: World, note: Activity): void => {
  if (!isPossible(note)) return
  const name = world.newRef('n')
  const random = world.randomFor(`note/${name}`)
  const { type, subject, body } = random.pick(noteTexts)
  world.history.create('note', {
    ref: name,
    at: note.at,
    by: note.by,
    data: {
      subject,
      type,
      body,
      notedOn: date(note.at.day),
      pinned: random.chance(0.06),
      ...links(note),
      ownerId: member(note.by),
    },
  })
}
