import type { JsonObject } from '../json.ts'

interface Node {
  readonly schema: JsonObject
  readonly order: number
  /** The earliest open node that can be reached from here. */
  earliest: number
  isOpen: boolean
  isSelf: boolean
  readonly next: Iterator<JsonObject>
}

/**
 * The schemas that lead back to themselves. Tarjan's components, on a stack of our own: large schemas are deeper than
 * the one of the engine.
 */
export const recursiveSchemas = (
  root: JsonObject,
  reached: (schema: JsonObject) => readonly JsonObject[],
): ReadonlySet<JsonObject> => {
  const nodes = new Map<JsonObject, Node>()
  const recursive = new Set<JsonObject>()
  const component: Node[] = []
  const enter = (schema: JsonObject): Node => {
    const order = nodes.size
    const node = { schema, order, earliest: order, isOpen: true, isSelf: false, next: reached(schema).values() }
    nodes.set(schema, node)
    component.push(node)
    return node
  }
  const path = [enter(root)]
  for (let current = path.at(-1); current !== undefined; current = path.at(-1)) {
    const { done, value } = current.next.next()
    if (done === true) {
      path.pop()
      leave(current, path.at(-1), { component, recursive })
      continue
    }
    const known = nodes.get(value)
    if (known === undefined) path.push(enter(value))
    else if (known.isOpen) current.earliest = Math.min(current.earliest, known.order)
    if (known === current) current.isSelf = true
  }
  return recursive
}

interface Components {
  /** Nodes whose component is not complete yet. */
  readonly component: Node[]
  readonly recursive: Set<JsonObject>
}

const leave = (node: Node, parent: Node | undefined, { component, recursive }: Components): void => {
  if (parent !== undefined) parent.earliest = Math.min(parent.earliest, node.earliest)
  if (node.earliest < node.order) return
  const members = component.splice(component.lastIndexOf(node))
  for (const member of members) {
    member.isOpen = false
    if (members.length > 1 || member.isSelf) recursive.add(member.schema)
  }
}
