export interface Incident {
  readonly type: string
  readonly products: readonly string[]
  readonly subject: string
  readonly description: string
  readonly cause: string
  readonly solution: string
  /** How often it is of each priority: urgent, high, medium, low. */
  readonly priorities: readonly [number, number, number, number]
  readonly warranty: number
}

/** How often of each priority. */
export const calm = [0, 1, 5, 6] as const
export const normal = [1, 3, 6, 2] as const
export const serious = [5, 5, 2, 0] as const
