import { capabilityNames, type Capability } from '@telar/metadata'
import { listOf, objectOf, textOf } from './parse.ts'

/** Who the caller is in a workspace, and through what they may do what they may. */
export interface Me {
  readonly member: { readonly id: string; readonly name: string; readonly email: string }
  readonly administrator: boolean
  readonly roles: readonly MyRole[]
  /** The main one first. */
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly capabilities: readonly Capability[]
}

export interface MyRole {
  readonly name: string
  readonly title: string
  /** The teams that bring it; none when it is the person's own. */
  readonly through: readonly string[]
}

export const meOf = (value: unknown): Me => {
  const me = objectOf(value)
  const held = listOf(me['capabilities'])
  const member = objectOf(me['member'])
  return {
    member: { id: textOf(member['id']), name: textOf(member['name']), email: textOf(member['email']) },
    administrator: me['administrator'] === true,
    roles: listOf(me['roles'])
      .map(objectOf)
      .map((role) => ({
        name: textOf(role['name']),
        title: textOf(role['title']),
        through: listOf(role['through']).map(textOf),
      })),
    teams: listOf(me['teams'])
      .map(objectOf)
      .map((team) => ({ id: textOf(team['id']), name: textOf(team['name']) })),
    capabilities: capabilityNames.filter((name) => held.includes(name)),
  }
}
