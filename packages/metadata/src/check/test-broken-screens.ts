import { type Broken, boat, layout, view } from './test-boats.ts'

/** Documents of screens, rules and translations that name what is not there. */
export const brokenScreens: readonly Broken[] = [
  [
    'rules of a module that there is not',
    { 'rules/ship.json': { module: 'ship', rules: [] } },
    'error MODULE_UNKNOWN_REFERENCE rules/ship.json/module',
  ],
  [
    'a rule that there is not',
    { 'rules/boat.json': { module: 'boat', rules: [{ kind: 'totals' }] } },
    'error RULE_UNKNOWN rules/boat.json/rules/0/kind',
  ],
  [
    'a rule without its settings',
    {
      'rules/boat.json': {
        module: 'boat',
        rules: [{ kind: 'line-totals', lines: 'parts', quantity: 'part', price: 'price' }],
      },
    },
    'error DOCUMENT_WORD_MISSING rules/boat.json/rules/0/total',
  ],
  [
    'a rule with a field that there is not',
    {
      'rules/boat.json': {
        module: 'boat',
        rules: [
          { kind: 'line-totals', lines: 'parts', quantity: 'part', price: 'price', total: 'price', discount: 'less' },
        ],
      },
    },
    'error RULE_FIELD_UNKNOWN rules/boat.json/rules/0/discount',
  ],
  [
    'a total that is no exact amount',
    {
      ...boat({
        total: { type: 'number' },
        rows: {
          type: 'array',
          items: { properties: { n: { type: 'integer' }, price: { 'x-field': 'money' }, sum: { 'x-field': 'money' } } },
        },
      }),
      'rules/boat.json': {
        module: 'boat',
        rules: [
          { kind: 'line-totals', lines: 'rows', quantity: 'n', price: 'price', total: 'sum', into: { total: 'total' } },
        ],
      },
    },
    'error RULE_FIELD_TYPE rules/boat.json/rules/0/into/total',
  ],
  [
    'a view of a module that there is not',
    { 'views/ship/all.json': { module: 'ship', kind: 'list', title: 'All', columns: [{ field: 'name' }] } },
    'error MODULE_UNKNOWN_REFERENCE views/ship/all.json/module',
  ],
  [
    'a column that there is not',
    view({ columns: [{ field: 'name' }, { field: 'nam' }] }),
    'error FIELD_UNKNOWN views/boat/all.json/columns/1/field',
  ],
  [
    'a column that leads nowhere',
    view({ columns: [{ field: 'name.first' }] }),
    'error FILTER_PART_UNKNOWN views/boat/all.json/columns/0/field',
  ],
  [
    'a view with an option that there is not',
    view({ filter: { field: 'rig', op: 'equals', value: 'yawl' } }),
    'error FILTER_OPTION_UNKNOWN views/boat/all.json/filter/value',
  ],
  [
    'a view in an order that there is not',
    view({ sort: ['-notes'] }),
    'error SORT_UNSORTABLE views/boat/all.json/sort/0',
  ],
  [
    'a total that cannot be reckoned',
    view({ totals: [{ field: 'name', measure: 'sum' }] }),
    'error VIEW_MEASURE views/boat/all.json/totals/0/measure',
  ],
  [
    'a total of a field that there is not',
    view({ totals: [{ field: 'nam', measure: 'sum' }] }),
    'error FIELD_UNKNOWN views/boat/all.json/totals/0/field',
  ],
  [
    'two views to begin with',
    {
      ...view({ default: true }),
      'views/boat/old.json': {
        module: 'boat',
        kind: 'list',
        title: 'Old',
        columns: [{ field: 'name' }],
        default: true,
      },
    },
    'warning VIEW_DEFAULT_TWICE views/boat/old.json/default',
  ],
  [
    'a layout of a module that there is not',
    { 'layouts/ship.default.json': { module: 'ship', kind: 'record', ui: { type: 'Group' } } },
    'error MODULE_UNKNOWN_REFERENCE layouts/ship.default.json/module',
  ],
  [
    'a control of a field that there is not',
    layout({ ui: { type: 'Group', elements: [{ type: 'Control', scope: '#/properties/nam' }] } }),
    'error FIELD_UNKNOWN layouts/boat.default.json/ui/elements/0/scope',
  ],
  [
    'an element that is not drawn',
    layout({ ui: { type: 'Group', elements: [{ type: 'Accordion', elements: [] }] } }),
    'error LAYOUT_ELEMENT layouts/boat.default.json/ui/elements/0',
  ],
  [
    'a highlight that there is not',
    layout({ highlights: ['nam'] }),
    'error FIELD_UNKNOWN layouts/boat.default.json/highlights/0',
  ],
  [
    'a related list that there is not',
    layout({ related: [{ link: 'sailor' }] }),
    'error FIELD_UNKNOWN layouts/boat.default.json/related/0/link',
  ],
  [
    'a column of a related list that there is not',
    layout({ related: [{ link: 'sailors', columns: ['name', 'rig'] }] }),
    'error FIELD_UNKNOWN layouts/boat.default.json/related/0/columns/1',
  ],
  [
    'an order of a related list that there is not',
    layout({ related: [{ link: 'crew', sort: ['-rig'] }] }),
    'error FILTER_FIELD_UNKNOWN layouts/boat.default.json/related/0/sort/0',
  ],
  [
    'a layout for new records without a required field',
    {
      ...boat({}, { required: ['name'] }),
      'layouts/boat.quick.json': {
        module: 'boat',
        kind: 'quickCreate',
        ui: { type: 'Control', scope: '#/properties/rig' },
      },
    },
    'warning LAYOUT_LACKS_REQUIRED layouts/boat.quick.json/ui',
  ],
  [
    'a module in the sidebar that there is not',
    { 'navigation.json': { items: [{ module: 'boat' }, { group: 'Sea', items: [{ module: 'ship' }] }] } },
    'error MODULE_UNKNOWN_REFERENCE navigation.json/items/1/items/0/module',
  ],
  [
    'a translation of nothing',
    { 'translations/es.json': { language: 'es', labels: { fi_aaaaaaaaaa: 'Nada' } } },
    'warning TRANSLATION_UNKNOWN translations/es.json/labels/fi_aaaaaaaaaa',
  ],
  [
    'a language that is not offered',
    { 'translations/fr.json': { language: 'fr', labels: {} } },
    'warning TRANSLATION_LANGUAGE translations/fr.json',
  ],
]
