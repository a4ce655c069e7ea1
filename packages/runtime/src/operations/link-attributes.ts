import {
  type Field,
  isList,
  isObject,
  type Issue,
  type Json,
  type JsonObject,
  problem,
  readComposite,
  type Reference,
  storeComposite,
} from '@telar/metadata'
import type { ServedModule } from '../snapshot/snapshot.ts'
import type { Caller } from './caller.ts'
import { missingAmong } from './nested-references.ts'
import { labelsOf } from './resolved-labels.ts'

/** The attributes of a link as they are stored, with everything that is wrong with them. */
export const checkAttributes = async (
  caller: Caller,
  { owner, field }: { readonly owner: ServedModule; readonly field: Field },
  written: JsonObject,
): Promise<{ readonly stored: JsonObject; readonly issues: readonly Issue[] }> => {
  if (field.children.size === 0) return { stored: {}, issues: noAttributes(field, written) }
  const normal = normalised(field, written)
  const value: Json = [{ id: nobody, attributes: normal }]
  const shape = (owner.linkChecks.get(field.name)?.(value) ?? []).map(atAttributes)
  const own =
    shape.length > 0 ? [] : field.type.check(value, field).map((found) => atAttributes(problem(found.code, found)))
  const references = shape.length > 0 ? [] : attributeReferences(field, normal)
  const issues = [...shape, ...own, ...(await missingAmong(caller, references)).map(atAttributes)]
  const stored = storeComposite(issues.length > 0 ? {} : normal, field.children)
  return { stored: isObject(stored) ? stored : {}, issues }
}

/** The problem of a link that takes none. */
export const noAttributes = (link: Pick<Field, 'name'>, written: JsonObject): readonly Issue[] =>
  Object.keys(written).length === 0
    ? []
    : [problem('LINK_WITHOUT_ATTRIBUTES', { pointer: '/attributes', params: { link: link.name } })]

/** Attributes are checked as part of a link; which record it names is looked at elsewhere. */
const nobody = '00000000-0000-0000-0000-000000000000'

const normalised = (field: Field, attributes: JsonObject): JsonObject => {
  const links = field.type.normalise([{ id: nobody, attributes }], field)
  const [link] = isList(links) ? links : []
  const normal = isObject(link) ? link['attributes'] : undefined
  return isObject(normal) ? normal : {}
}

/** `/0/attributes/role` of the one link that was checked → `/attributes/role` of the request. */
const atAttributes = (issue: Issue): Issue => ({ ...issue, pointer: issue.pointer.replace(/^\/0/, '') })

/** Records and people that attributes name. */
export const attributeReferences = (field: Field, attributes: JsonObject): readonly Reference[] =>
  field.type.references([{ id: nobody, attributes }], field).filter((one) => one.field !== field)

/** Stored attributes of links as they are read, with the labels of what they name. */
export const readAttributes = async (
  caller: Caller,
  field: Field,
  stored: readonly JsonObject[],
): Promise<readonly Json[]> => {
  const labelOf = await labelsOf(
    caller,
    stored.flatMap((attributes) => attributeReferences(field, attributes)),
  )
  return stored.map((attributes) => readComposite(attributes, field.children, labelOf))
}
