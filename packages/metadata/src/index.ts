export { accessOf, rightsOn, type Access, type AccessRequest } from './access/access.ts'
export { actions, actionTitles, fieldRights, type Action, type FieldRight } from './access/actions.ts'
export { capabilities, capabilityNames, type Capability } from './access/capabilities.ts'
export { reasonOf, type ExplainedQuestion, type Reason } from './access/explain.ts'
export type { Granted } from './access/granted.ts'
export { noRights, type HeldRole, type Principal, type TeamName } from './access/principal.ts'
export { roleDrift, type RoleDrift } from './access/role-drift.ts'
export { roleGrants, rolesOf, type RoleGrant } from './access/role-grants.ts'
export { scopeNames, type Scope, type ScopeName } from './access/scope-names.ts'
export { contextOf, scopePredicate } from './access/scope-predicate.ts'
export { checkDefinition, checkSteps, type CheckedDefinition } from './check/check-definition.ts'
export type { ValidateSchema } from './check/check-rule.ts'
export { localise, type Localise } from './derive/localise.ts'
export { openApi, type OpenApiRequest } from './derive/openapi/openapi.ts'
export { modelView, type FieldView, type ModelView, type ModuleRights, type ModuleView } from './derive/model-view.ts'
export { toCurrentDialect } from './dialect/to-current-dialect.ts'
export { changeText } from './diff-texts.ts'
export { diff, type Change } from './diff.ts'
export { dereference, isRecursive, referenceTo } from './dialect/dereference.ts'
export type { KnownFormat } from './dialect/formats.ts'
export { onlyConstraints } from './dialect/only-constraints.ts'
export { propertySchemas, type PropertySchemas } from './dialect/property-schemas.ts'
export { readJson } from './dialect/read-json.ts'
export { patternProblem, translatePattern } from './dialect/translate-pattern.ts'
export { mapSubschemas, subschemasOf, type Steps, type Subschema } from './dialect/words.ts'
export { assignIds, type IdentifiedDocument } from './document/assign-ids.ts'
export { canonicalText } from './document/canonical.ts'
export { documentsOf, type Definition } from './document/definition.ts'
export { documentAt, documentKinds } from './document/index.ts'
export { columnOf, indexedPart, partsOf } from './fields/column-of.ts'
export { countryCodes, countryFrom } from './fields/country.ts'
export { decimalsOf as currencyDecimals } from './fields/currency.ts'
export { fieldTypeDocs, groupTitles } from './fields/field-type-docs.ts'
export type {
  Cell,
  Cells,
  Field,
  FieldGroup,
  FieldType,
  Grouping,
  LabelOf,
  Measure,
  Numbering,
  Primitive,
  Reference,
  SortKey,
  Storage,
  TextContext,
  TextReading,
  ValueProblem,
} from './fields/field-type.ts'
export { isDay } from './fields/calendar.ts'
export { readComposite, storeComposite } from './fields/composite-value.ts'
export { fieldTypes } from './fields/index.ts'
export { instantFrom, instantText } from './fields/instant.ts'
export { isStorableText, storableProblems } from './fields/storable.ts'
export { settingsIn } from './fields/setting.ts'
export { textContext } from './fields/text-context.ts'
export { viewNames, widgetNames, type ViewName, type WidgetName } from './fields/widget-names.ts'
export { checkFilter } from './filter/check.ts'
export { compileFilter, InvalidFilter } from './filter/compile.ts'
export { evaluate, type CellRow, type RelatedRows } from './filter/evaluate.ts'
export type { FilterContext } from './filter/filter-context.ts'
export { findPath, findRowPath, isListOfRows, operandAt, type FieldPath, type FoundPath } from './filter/field-path.ts'
export type { Filter } from './filter/filter.ts'
export { fold, foldedMarks, foldedPairs, foldedToSeveral } from './filter/fold.ts'
export { decimalForm } from './filter/json-cell.ts'
export { periodNamed, periods, type Period } from './filter/period.ts'
export {
  allOf,
  always,
  anyOf,
  negated,
  never,
  type Compare,
  type Comparison,
  type LinkStep,
  type Operand,
  type Predicate,
  type Relation,
  attributesColumn,
  type Shared,
  rowColumn,
} from './filter/predicate.ts'
export { nearestNames } from './filter/nearest-names.ts'
export { parseSort, type Sorting, type SortTerm } from './filter/sort.ts'
export { dateInZone, instantAt as wallTimeInZone } from './filter/zone.ts'
export { commonOrder, ownOrders, textOrder } from './text-order.ts'
export { idFrom, idPrefixes, isStableId } from './ids.ts'
export { pointerStep, pointerTo, problem, warning, type Issue, type IssueTexts } from './issue/issue.ts'
export { messageOf } from './issue/texts.ts'
export { isList, isObject, sameJson, stringAt, numberAt, objectAt, listAt, type Json, type JsonObject } from './json.ts'
export { labelFields, renderLabel, type LabelTemplate } from './label-template.ts'
export { fill, languageFrom, languages, type Language, type Text } from './language.ts'
export type {
  Inverse,
  Layout,
  Model,
  Module,
  NavigationItem,
  Option,
  OptionList,
  RelatedList,
  Role,
  RoleRights,
  Rule,
  ShareLevel,
  SharingRule,
  UniqueRule,
  View,
} from './model.ts'
export { operators } from './operators/index.ts'
export type { Operator, Takes } from './operators/operator.ts'
export { nameKey, type PhysicalNames } from './resolve/physical-names.ts'
export { resolve, type Resolution } from './resolve/resolve.ts'
export { applyRules } from './rules/index.ts'
