import { type Broken, boat, module } from './test-boats.ts'

/** Documents with words that have no effect, and values, links, indexes and conditions that cannot be. */
export const brokenWords: readonly Broken[] = [
  [
    'a word that nobody reads',
    boat({ cost: { type: 'number', 'x-requird': true } }),
    'warning WORD_UNKNOWN modules/boat.json/properties/cost/x-requird',
  ],
  [
    'a word beside the module that nobody reads',
    boat({}, { 'x-index': [['name']] }),
    'warning WORD_UNKNOWN modules/boat.json/x-index',
  ],
  [
    'a word of another field type',
    boat({ cost: { type: 'number', 'x-scale': 2 } }),
    'warning WORD_OF_OTHER_TYPE modules/boat.json/properties/cost/x-scale',
  ],
  [
    'a formula',
    boat({ cost: { type: 'number', 'x-formula': 'tons * 2' } }),
    'warning EXPRESSION_LATER modules/boat.json/properties/cost/x-formula',
  ],
  [
    'a rollup',
    boat({ cost: { type: 'number', 'x-rollup': { link: 'sailors', count: true } } }),
    'warning EXPRESSION_LATER modules/boat.json/properties/cost/x-rollup',
  ],
  [
    'a default that is an expression',
    boat({ cost: { type: 'number', 'x-default': '$now()' } }),
    'warning EXPRESSION_LATER modules/boat.json/properties/cost/x-default',
  ],
  [
    'a running number inside a group',
    boat({ box: { type: 'object', properties: { no: { 'x-field': 'auto-number' } } } }),
    'error FIELD_NOT_NESTABLE modules/boat.json/properties/box/properties/no',
  ],
  [
    'links to many inside a table',
    boat({
      rows: { type: 'array', items: { properties: { who: { 'x-field': 'links', 'x-link': { module: 'sailor' } } } } },
    }),
    'error FIELD_NOT_NESTABLE modules/boat.json/properties/rows/items/properties/who',
  ],
  [
    'a running number on a link',
    boat({
      who: {
        'x-field': 'links',
        'x-link': { module: 'sailor' },
        'x-attributes': { properties: { no: { 'x-field': 'auto-number' } } },
      },
    }),
    'error FIELD_NOT_NESTABLE modules/boat.json/properties/who/x-attributes/properties/no',
  ],
  [
    'a list on the other side of a link inside a group',
    boat({
      box: {
        type: 'object',
        properties: { who: { 'x-field': 'link', 'x-link': { module: 'sailor', inverse: 'boxes' } } },
      },
    }),
    'warning LINK_NESTED modules/boat.json/properties/box/properties/who/x-link/inverse',
  ],
  [
    'a unique rule inside a group',
    boat({ box: { type: 'object', properties: { code: { type: 'string', 'x-unique': true } } } }),
    'warning WORD_NOT_NESTED modules/boat.json/properties/box/properties/code/x-unique',
  ],
  [
    'a condition inside a group',
    boat({
      box: { type: 'object', properties: { code: { type: 'string', 'x-visible': { field: 'name', op: 'isEmpty' } } } },
    }),
    'warning WORD_NOT_NESTED modules/boat.json/properties/box/properties/code/x-visible',
  ],
  [
    'a default that is no option',
    boat({ rig: { 'x-field': 'select', 'x-options': 'rig', default: 'yawl' } }),
    'error DEFAULT_INVALID modules/boat.json/properties/rig/default',
  ],
  [
    'a default of another type',
    boat({ old: { type: 'boolean', default: 'no' } }),
    'error DEFAULT_INVALID modules/boat.json/properties/old/default',
  ],
  [
    'a default that only the field type refuses',
    boat({ cost: { 'x-field': 'money', default: { amount: '1', currency: 'XTS' } } }),
    'error DEFAULT_INVALID modules/boat.json/properties/cost/default/currency',
  ],
  [
    'a default inside a table',
    boat({ rows: { type: 'array', items: { type: 'object', properties: { no: { type: 'integer', default: 1.5 } } } } }),
    'error DEFAULT_INVALID modules/boat.json/properties/rows/items/properties/no/default',
  ],
  [
    'two lists of one name on the other side',
    {
      'modules/sailor.json': module({
        home: { 'x-field': 'link', 'x-link': { module: 'boat', inverse: 'sailors' } },
        last: { 'x-field': 'link', 'x-link': { module: 'boat', inverse: 'sailors' } },
      }),
    },
    'error LINK_INVERSE_TAKEN modules/sailor.json/properties/last/x-link/inverse',
  ],
  [
    'a list on the other side named like a field there',
    { 'modules/sailor.json': module({ home: { 'x-field': 'link', 'x-link': { module: 'boat', inverse: 'rig' } } }) },
    'error LINK_INVERSE_IS_FIELD modules/sailor.json/properties/home/x-link/inverse',
  ],
  [
    'a record that needs another of its kind first',
    boat({ tender: { 'x-field': 'link', 'x-link': { module: 'boat' } } }, { required: ['tender'] }),
    'error LINK_CYCLE modules/boat.json/properties/tender',
  ],
  [
    'a unique group',
    boat({ box: { type: 'object', properties: { a: { type: 'string' } }, 'x-unique': true } }),
    'error UNIQUE_FIELD modules/boat.json/properties/box/x-unique',
  ],
  [
    'a unique rule over free data',
    boat({ data: { 'x-field': 'json' } }, { 'x-unique': [['name', 'data']] }),
    'error UNIQUE_FIELD modules/boat.json/x-unique/0/1',
  ],
  [
    'a unique rule over links',
    boat({ who: { 'x-field': 'links', 'x-link': { module: 'sailor' } } }, { 'x-unique': [['who']] }),
    'error UNIQUE_FIELD modules/boat.json/x-unique/0/0',
  ],
  [
    'an index on a long text',
    boat({ notes: { 'x-field': 'multiline', 'x-indexed': true } }),
    'error INDEX_FIELD modules/boat.json/properties/notes/x-indexed',
  ],
  [
    'an index on a field that there is not',
    boat({}, { 'x-indexes': [['rig', 'nam']] }),
    'error FIELD_UNKNOWN modules/boat.json/x-indexes/0/1',
  ],
  [
    'an option twice',
    {
      'options/flag.json': {
        title: 'Flag',
        options: [
          { value: 1, label: 'A' },
          { value: '1', label: 'B' },
        ],
      },
    },
    'error OPTION_DUPLICATE options/flag.json/options/1/value',
  ],
  [
    'a condition with a field that there is not',
    boat({ cost: { type: 'number', 'x-visible': { field: 'rigg', op: 'equals', value: 'sloop' } } }),
    'error FILTER_FIELD_UNKNOWN modules/boat.json/properties/cost/x-visible/field',
  ],
  [
    'a condition with an option that there is not',
    boat({ cost: { type: 'number', 'x-required': { field: 'rig', op: 'in', value: ['sloop', 'yawl'] } } }),
    'error FILTER_OPTION_UNKNOWN modules/boat.json/properties/cost/x-required/value/1',
  ],
  [
    'a condition that looks at another record',
    {
      'modules/sailor.json': module({
        home: { 'x-field': 'link', 'x-link': { module: 'boat', inverse: 'sailors' } },
        berth: { type: 'string', 'x-readonly': { not: { field: 'home.rig', op: 'equals', value: 'sloop' } } },
      }),
    },
    'error CONDITION_REACHES_OUT modules/sailor.json/properties/berth/x-readonly',
  ],
  [
    'a condition that counts other records',
    boat({ cost: { type: 'number', 'x-visible': { all: [{ some: 'sailors' }] } } }),
    'error CONDITION_REACHES_OUT modules/boat.json/properties/cost/x-visible',
  ],
]
