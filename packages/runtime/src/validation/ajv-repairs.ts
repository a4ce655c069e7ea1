import { _, Name, type CodeKeywordDefinition, type KeywordCxt } from 'ajv'
import { evaluatedPropsToName, mergeEvaluated } from 'ajv/dist/compile/util.js'

/** A word of AJV with a fault taken out of it. */
export type Repair = (definition: CodeKeywordDefinition) => CodeKeywordDefinition

const before =
  (prepare: (cxt: KeywordCxt) => void): Repair =>
  (definition) => ({
    ...definition,
    code: (cxt, ruleType) => {
      prepare(cxt)
      definition.code(cxt, ruleType)
    },
  })

/** Gives the first result that a word names a value at once. */
const startingWith =
  (value: boolean, isNeeded: (cxt: KeywordCxt) => boolean): Repair =>
  (definition) => ({
    ...definition,
    code: (cxt, ruleType) => {
      const { gen } = cxt
      const name = gen.name.bind(gen)
      const named = (prefix: string) => {
        gen.name = name
        const result = name(prefix)
        gen.var(result, value)
        return result
      }
      if (isNeeded(cxt)) gen.name = named
      definition.code(cxt, ruleType)
      gen.name = name
    },
  })

/**
 * Unless AJV collects all errors, it skips the words after `prefixItems` for a list that is shorter than the tuple: the
 * result of an item that is not there is never set.
 */
export const completeTuple: Repair = startingWith(true, () => true)

/** An empty list inside a list has the result of the list before it, for no item sets one. */
export const freshContains: Repair = startingWith(false, ({ it, parentSchema }) => {
  const { minContains = 1, maxContains } = it.opts.next === true ? parentSchema : {}
  return minContains === 1 && maxContains === undefined
})

/**
 * What is known of a value (for `unevaluated…`) gets variables of its own before a word adds to it. Otherwise AJV takes
 * those of the first branch that has some: also when that branch does not fit, and for ever when it is a reference.
 */
const ownKnown = ({ gen, it }: KeywordCxt): void => {
  if (it.opts.unevaluated !== true) return
  if (it.props !== true && !(it.props instanceof Name)) it.props = evaluatedPropsToName(gen, it.props)
  if (it.items !== true && !(it.items instanceof Name)) it.items = gen.var('items', _`${it.items ?? 0}`)
}

export const withOwnKnown: Repair = before(ownKnown)

/** What an `if` that does not hold knows is not known; AJV counts it. */
export const conditionKnown: Repair = before((cxt) => {
  ownKnown(cxt)
  const subschema = cxt.subschema.bind(cxt)
  const merge = cxt.mergeEvaluated.bind(cxt)
  cxt.subschema = (part, holds) => {
    cxt.mergeEvaluated = (known, toName) => {
      if (toName === undefined) cxt.gen.if(holds, () => merge(known, Name))
      else merge(known, toName)
    }
    return subschema(part, holds)
  }
})

/**
 * The members that other words know may be `true`, for all; AJV adds the ones it knows by pattern to that, or, where
 * nothing is known, fails with a TypeError. This gives them an object of their own.
 */
export const ownPatternMembers: Repair = (definition) => ({
  ...definition,
  code: (cxt: KeywordCxt, ruleType) => {
    const { gen, it } = cxt
    const known = it.props
    if (!(known instanceof Name)) {
      definition.code(cxt, ruleType)
      return
    }
    delete it.props
    definition.code(cxt, ruleType)
    const own: unknown = it.props
    it.props = own instanceof Name ? mergeEvaluated.props(gen, own, known, Name) : known
  },
})

/** How many items are known may be `true` or nothing when the list is checked, which AJV compares like numbers. */
export const countedItems: Repair = before(({ gen, it }) => {
  if (it.items instanceof Name) it.items = gen.const('known', _`${it.items} === true ? Infinity : ${it.items} || 0`)
})
