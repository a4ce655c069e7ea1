import { isList, isObject, operators, type Filter, type Json } from '@telar/metadata'

/** A filter as the builder edits it: every line has a key of its own, and may still be unfinished. */
export type FilterNode = GroupNode | ConditionNode | RelatedNode

export interface GroupNode {
  readonly type: 'group'
  readonly key: string
  readonly mode: 'all' | 'any' | 'none'
  readonly children: readonly FilterNode[]
}

export interface ConditionNode {
  readonly type: 'condition'
  readonly key: string
  readonly field: string
  readonly op: string
  readonly value: Json
}

/** Whether other records that belong to this one meet conditions of their own. */
export interface RelatedNode {
  readonly type: 'related'
  readonly key: string
  readonly mode: 'some' | 'none'
  readonly link: string
  readonly where: GroupNode
}

let last = 0

export const newKey = (): string => {
  last += 1
  return `n${String(last)}`
}

export const newGroup = (mode: GroupNode['mode'] = 'all', children: readonly FilterNode[] = []): GroupNode => ({
  type: 'group',
  key: newKey(),
  mode,
  children,
})

export const newCondition = (field = '', op = ''): ConditionNode => ({
  type: 'condition',
  key: newKey(),
  field,
  op,
  value: null,
})

/** The filter as a tree; the root is always a group. */
export const treeOf = (filter: Filter | undefined): GroupNode => {
  if (filter === undefined) return newGroup()
  const node = nodeOf(filter)
  return node.type === 'group' ? node : newGroup('all', [node])
}

const nodeOf = (filter: Filter): FilterNode => {
  if ('all' in filter) return newGroup('all', filter.all.map(nodeOf))
  if ('any' in filter) return newGroup('any', filter.any.map(nodeOf))
  if ('not' in filter) return noneOf(filter.not)
  if ('some' in filter) return related('some', filter.some, filter.where)
  if ('none' in filter) return related('none', filter.none, filter.where)
  return { type: 'condition', key: newKey(), field: filter.field, op: filter.op, value: filter.value ?? null }
}

const noneOf = (filter: Filter): GroupNode =>
  newGroup('none', 'any' in filter ? filter.any.map(nodeOf) : [nodeOf(filter)])

const related = (mode: RelatedNode['mode'], link: string, where: Filter | undefined): RelatedNode => ({
  type: 'related',
  key: newKey(),
  mode,
  link,
  where: treeOf(where),
})

/** The tree as a filter; lines that are not finished do not filter yet. */
export const filterOf = (node: FilterNode): Filter | undefined => {
  if (node.type === 'condition') return isComplete(node) ? conditionFilter(node) : undefined
  if (node.type === 'related') return relatedFilter(node)
  const children = node.children.flatMap((child) => filterOf(child) ?? [])
  if (children.length === 0) return undefined
  if (node.mode === 'none') return { not: { any: children } }
  return node.mode === 'all' ? { all: children } : { any: children }
}

const relatedFilter = ({ mode, link, where }: RelatedNode): Filter | undefined => {
  if (link === '') return undefined
  const inner = filterOf(where)
  const condition = inner === undefined ? {} : { where: inner }
  return mode === 'some' ? { some: link, ...condition } : { none: link, ...condition }
}

const conditionFilter = ({ field, op, value }: ConditionNode): Filter =>
  operators.get(op)?.takes === 'none' ? { field, op } : { field, op, value }

const isComplete = ({ field, op, value }: ConditionNode): boolean => {
  const takes = operators.get(op)?.takes
  if (field === '' || takes === undefined) return false
  if (takes === 'none') return true
  if (takes === 'two') return isList(value) && value.length === 2 && value.every(isFilled)
  return isFilled(value)
}

const isFilled = (value: Json): boolean =>
  value !== null &&
  value !== '' &&
  !(isList(value) && value.length === 0) &&
  !(isObject(value) && Object.keys(value).length === 0)

/** How many finished conditions there are, however deep. */
export const conditionCount = (filter: Filter | undefined): number => {
  if (filter === undefined) return 0
  if ('all' in filter) return sum(filter.all)
  if ('any' in filter) return sum(filter.any)
  return 'not' in filter ? conditionCount(filter.not) : 1
}

const sum = (filters: readonly Filter[]): number => filters.reduce((total, filter) => total + conditionCount(filter), 0)

/** The tree with one node changed; `undefined` takes it out. */
export const replaceNode = (root: GroupNode, key: string, next: FilterNode | undefined): GroupNode => ({
  ...root,
  children: root.children.flatMap((child) => {
    if (child.key === key) return next === undefined ? [] : [next]
    if (child.type === 'group') return [replaceNode(child, key, next)]
    return [child.type === 'related' ? { ...child, where: replaceNode(child.where, key, next) } : child]
  }),
})
