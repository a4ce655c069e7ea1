import type { Moment } from './history.ts'
import type { Account, Contact } from './world.ts'

/** A sale that begins: who, what and when. */
export interface Deal {
  readonly ref: string
  readonly account: Account
  readonly contact: Contact | undefined
  readonly begins: Moment
  readonly product: string
  readonly source: string
  readonly campaign?: string
  /** How likely deals of this origin are won. */
  readonly wins: number
}
