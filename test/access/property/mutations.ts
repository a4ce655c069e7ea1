import { type Access, always, type Granted } from '@telar/metadata'

/** One check forgotten: the property test has to notice each of them. */
export interface Mutation {
  readonly name: string
  readonly of: 'reads' | 'writes'
  readonly mutate: (access: Access, unlimited: Access) => Access
}

type Changed = (granted: Granted<'read'>) => Partial<Pick<Granted<'read'>, 'rows' | 'cell'>>

/** Changes what is granted for some actions. */
const granting =
  (actions: readonly string[], change: Changed): Mutation['mutate'] =>
  (access) => {
    const may: Access['may'] = (action, module) => {
      const granted = access.may(action, module)
      if (granted === undefined || !actions.includes(action)) return granted
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a mutation is about
      return { ...granted, ...change(granted as unknown as Granted<'read'>) } as typeof granted
    }
    return { ...access, may, visible: access.visible }
  }

export const mutations: readonly Mutation[] = [
  { name: 'rows of the scope', of: 'reads', mutate: granting(['read'], () => ({ rows: always })) },
  { name: 'masks of cells', of: 'reads', mutate: granting(['read'], () => ({ cell: () => always })) },
  {
    name: 'union by cell',
    of: 'reads',
    mutate: granting(['read'], ({ cell }) => ({
      cell: (field) => (cell(field).type === 'never' ? cell(field) : always),
    })),
  },
  {
    name: 'what is hidden from the model',
    of: 'reads',
    mutate: (access, unlimited) => ({
      ...access,
      visible: {
        ...unlimited.visible,
        modules: new Map([...unlimited.visible.modules].filter(([name]) => access.visible.modules.has(name))),
      },
    }),
  },
  {
    name: 'rows that may be changed',
    of: 'writes',
    mutate: granting(['update', 'delete', 'restore'], () => ({ rows: always })),
  },
  { name: 'rows that may come to be', of: 'writes', mutate: granting(['create'], () => ({ rows: always })) },
  {
    name: 'fields that may be written',
    of: 'writes',
    mutate: granting(['create', 'update'], () => ({ cell: () => always })),
  },
  { name: 'records that may be linked to', of: 'writes', mutate: granting(['link'], () => ({ rows: always })) },
]
