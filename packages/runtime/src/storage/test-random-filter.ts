import {
  checkFilter,
  type Field,
  type Filter,
  isListOfRows,
  isObject,
  type Json,
  type Model,
  type Module,
  operators,
  periods,
} from '@telar/metadata'
import fc from 'fast-check'
import { chance, type Draw, fieldsOf, pick, randomId, randomScalar, randomValue, some } from './test-random-model.ts'

interface Place {
  readonly model: Model
  readonly module: Module
  readonly levels: number
  /** The fields that names mean here, where they are not those of the module: of a row, or of a link as well. */
  readonly inner?: Field
  /** The whole filter around a part that is made here; undefined where nothing is around it. */
  readonly within?: { readonly module: Module; readonly wrap: (part: Filter) => Filter }
}

/** A filter that `checkFilter` lets pass: nests, paths, parts, relative values, lists on the other side. */
export const randomFilter = (draw: Draw, place: Place): Filter => {
  if (place.levels > 0 && chance(draw, 55)) return randomGroup(draw, { ...place, levels: place.levels - 1 })
  const terms = Array.from({ length: 12 }, () => randomTerm(draw, place))
  return terms.find((term) => isPossible(place, term)) ?? { all: [] }
}

const isPossible = ({ model, module, within }: Place, term: Filter): boolean =>
  checkFilter(model, within?.module ?? module, within?.wrap(term) ?? term).length === 0

const randomGroup = (draw: Draw, place: Place): Filter => {
  const inner = (): Filter => randomFilter(draw, place)
  switch (draw(fc.nat, { max: 4 })) {
    case 0:
      return { all: Array.from({ length: draw(fc.nat, { max: 3 }) }, inner) }
    case 1:
      return { any: Array.from({ length: draw(fc.nat, { max: 3 }) }, inner) }
    case 2:
      return { not: inner() }
    default:
      return randomQuantifier(draw, place)
  }
}

const randomQuantifier = (draw: Draw, place: Place): Filter => {
  const lists = listsAt(place)
  if (lists.length === 0) return { all: [] }
  const { name, module, field } = pick(draw, lists)
  const within = {
    module: place.within?.module ?? place.module,
    wrap: (part: Filter): Filter => {
      const some = { some: name, where: part }
      return place.within === undefined ? some : place.within.wrap(some)
    },
  }
  const { inner: _outer, ...outside } = place
  const inside: Place = { ...outside, module, within, ...(field === undefined ? {} : { inner: field }) }
  const where = chance(draw, 20) ? {} : { where: randomFilter(draw, inside) }
  return chance(draw, 50) ? { some: name, ...where } : { none: name, ...where }
}

interface NamedList {
  readonly name: string
  readonly module: Module
  readonly field: Field | undefined
}

/** Lists on the other side of links, and lists of rows. */
const listsAt = ({ model, module, inner }: Place): readonly NamedList[] => {
  if (inner !== undefined && isListOfRows(inner)) return rowLists(inner.children, module)
  const named = (name: string, target: string, field: Field | undefined): readonly NamedList[] => {
    const other = model.modules.get(target)
    return other === undefined
      ? []
      : [{ name, module: other, field: field?.storage.type === 'links' ? field : undefined }]
  }
  return [
    ...[...module.inverses.values()].flatMap((one) =>
      named(one.name, one.module, model.modules.get(one.module)?.fields.get(one.field)),
    ),
    ...fieldsOf(module)
      .filter(({ storage }) => storage.type === 'links')
      .flatMap((field) => named(field.name, field.link?.module ?? '', field)),
    ...rowLists(module.fields, module),
  ]
}

const rowLists = (fields: ReadonlyMap<string, Field>, module: Module): readonly NamedList[] =>
  [...fields.values()].flatMap((field) => {
    if (isListOfRows(field)) return [{ name: field.name, module, field }]
    return field.storage.type === 'columns'
      ? rowLists(field.children, module).map((one) => ({ ...one, name: `${field.name}.${one.name}` }))
      : []
  })

const randomTerm = (draw: Draw, place: Place): Filter => {
  const { path, field } = randomInnerPath(draw, place) ?? randomPath(draw, place, 3)
  const parts = Object.entries(field.type.operators)
  if (parts.length === 0) return { field: path, op: 'isEmpty' }
  const [part, offered] = pick(draw, parts)
  const op = pick(draw, offered)
  const value = randomOperand(draw, field, op)
  return { field: parts.length > 1 ? `${path}.${part}` : path, op, ...(value === undefined ? {} : { value }) }
}

/** A field of the row, or an attribute of the link. */
const randomInnerPath = (
  draw: Draw,
  { model, inner }: Place,
): { readonly path: string; readonly field: Field } | undefined => {
  if (inner === undefined || (!isListOfRows(inner) && chance(draw, 40))) return undefined
  const field = pick(draw, [...inner.children.values()])
  const target = chance(draw, 70) ? model.modules.get(field.link?.module ?? '') : undefined
  const end = target === undefined ? { path: '', field } : randomPath(draw, { model, module: target }, 1)
  const path = [...(isListOfRows(inner) ? [] : ['attributes']), field.name, ...(end.path === '' ? [] : [end.path])]
  return { path: path.join('.'), field: end.field }
}

/** A field of the module, of a record it links to, or inside a composite. */
export const randomPath = (
  draw: Draw,
  { model, module }: Pick<Place, 'model' | 'module'>,
  steps: number,
): { readonly path: string; readonly field: Field } => {
  const field = pick(draw, chance(draw, 80) ? [...module.fields.values()] : fieldsOf(module))
  const target =
    field.storage.type === 'link' && steps > 0 && chance(draw, 70)
      ? model.modules.get(field.link?.module ?? '')
      : undefined
  const inner =
    field.storage.type === 'columns' && !isListOfRows(field) && chance(draw, 80) ? [...field.children.values()] : []
  if (target !== undefined) {
    const end = randomPath(draw, { model, module: target }, steps - 1)
    return { ...end, path: `${field.name}.${end.path}` }
  }
  if (inner.length === 0) return { path: field.name, field }
  const child = pick(draw, inner)
  return { path: `${field.name}.${child.name}`, field: child }
}

const randomOperand = (draw: Draw, field: Field, op: string): Json | undefined => {
  switch (operators.get(op)?.takes) {
    case undefined:
    case 'none':
      return undefined
    case 'period':
      return pick(draw, periods).name
    case 'two':
      return [randomOne(draw, field), randomOne(draw, field)]
    case 'list':
      return some(draw, [1, 2, 3], 3).map(() => randomOne(draw, field))
    case 'one':
      return randomOne(draw, field)
  }
}

const relative: readonly Json[] = [
  { date: 'today' },
  { date: '-1d' },
  { date: 'now' },
  { date: '-4h' },
  { date: 'startOfMonth' },
  { date: 'endOfYear+1m' },
]

const randomOne = (draw: Draw, field: Field): Json => {
  if (field.type.group === 'date' && chance(draw, 40)) return pick(draw, relative)
  if (field.storage.type === 'directory' && chance(draw, 40)) return { user: 'id' }
  if (field.storage.type === 'link' || field.storage.type === 'directory') return randomId(draw)
  if (field.system) return pick<Json>(draw, [1, 2, randomId(draw), '2026-11-21', '2026-11-21T10:00:00Z'])
  const value = randomValue(draw, field)
  return isObject(value) || Array.isArray(value) ? randomScalar(draw, field) : value
}
