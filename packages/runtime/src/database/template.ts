import { type Sql, statement } from './sql.ts'

/** A statement whose text was made beforehand; `preparedRows` runs it. */
export interface Prepared {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A statement that is run again and again with other values: its text is put together once. */
export type Template<Input> = (input: Input) => Prepared

/** Takes the place of a value that comes with each run. */
type Slot<Input> = (read: (input: Input) => unknown) => unknown

/** `template<Person>((slot) => sql\`select … where id = ${slot((person) => person.id)}\`)` */
export const template = <Input>(build: (slot: Slot<Input>) => Sql): Template<Input> => {
  const slots = new Map<unknown, (input: Input) => unknown>()
  const piece = build((read) => {
    const slot = { read }
    slots.set(slot, read)
    return slot
  })
  const { text } = statement(piece)
  const reads = piece.values.map((value) => slots.get(value) ?? (() => value))
  return (input) => ({ text, values: reads.map((read) => read(input)) })
}

/** Makes something once for each owner that it depends on; it goes when the owner goes. */
export const onceFor = <Owner extends object, Made extends object>(
  make: (owner: Owner) => Made,
): ((owner: Owner) => Made) => onceBy((owner: Owner) => owner, make)

/** The same for what depends on an owner that is part of what it is made from. */
export const onceBy = <Source, Made extends object>(
  ownerOf: (source: Source) => object,
  make: (source: Source) => Made,
): ((source: Source) => Made) => {
  const made = new WeakMap<object, Made>()
  return (source) => {
    const owner = ownerOf(source)
    const known = made.get(owner) ?? make(source)
    made.set(owner, known)
    return known
  }
}
