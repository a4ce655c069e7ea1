import { type Broken, boat, module, sound } from './test-boats.ts'

/** Documents with a shape, a field or a setting that is wrong. */
export const brokenFields: readonly Broken[] = [
  ['a document at no known path', { 'module/boat.json': {} }, 'error PATH_UNKNOWN module/boat.json'],
  [
    'an option without a value',
    { 'options/flag.json': { title: 'Flag', options: [{ label: 'ES' }] } },
    'error DOCUMENT_WORD_MISSING options/flag.json/options/0/value',
  ],
  [
    'a colour that there is not',
    { 'options/flag.json': { title: 'Flag', options: [{ value: 1, label: 'ES', color: 'mauve' }] } },
    'error DOCUMENT_ENUM options/flag.json/options/0/color',
  ],
  [
    'a word that a document does not have',
    { 'options/flag.json': { title: 'Flag', options: [], sorted: true } },
    'error DOCUMENT_WORD_UNKNOWN options/flag.json/sorted',
  ],
  [
    'a flag that is no flag',
    boat({ cost: { type: 'number', 'x-indexed': 'yes' } }),
    'error DOCUMENT_TYPE modules/boat.json/properties/cost/x-indexed',
  ],
  [
    'a view of another module than its path says',
    { 'views/sailor/all.json': { module: 'boat', kind: 'list', title: 'All', columns: [{ field: 'name' }] } },
    'error DOCUMENT_PLACE views/sailor/all.json/module',
  ],
  [
    'a layout of another module than its path says',
    { 'layouts/sailor.default.json': { module: 'boat', kind: 'record', ui: { type: 'VerticalLayout' } } },
    'error DOCUMENT_PLACE layouts/sailor.default.json/module',
  ],
  [
    'a translation of another language than its path says',
    { 'translations/es.json': { language: 'en', labels: {} } },
    'error DOCUMENT_PLACE translations/es.json/language',
  ],
  [
    'a time zone that there is not',
    { 'telar.json': { ...sound['telar.json'], timeZone: 'Europe/Toledo' } },
    'error TIME_ZONE_UNKNOWN telar.json/timeZone',
  ],
  [
    'a rate for the base currency',
    { 'telar.json': { ...sound['telar.json'], currencies: { EUR: '1' } } },
    'error CURRENCY_IS_BASE telar.json/currencies/EUR',
  ],
  [
    'a currency worth nothing',
    { 'telar.json': { ...sound['telar.json'], currencies: { USD: '0.00' } } },
    'error CURRENCY_WORTHLESS telar.json/currencies/USD',
  ],
  [
    'one id twice',
    boat({ a: { type: 'string', 'x-id': 'fi_aaaaaaaaaa' }, b: { type: 'string', 'x-id': 'fi_aaaaaaaaaa' } }),
    'error ID_DUPLICATE modules/boat.json/properties/b',
  ],
  [
    'a field type that there is not',
    boat({ cost: { 'x-field': 'mony' } }),
    'error FIELD_KIND_UNKNOWN modules/boat.json/properties/cost/x-field',
  ],
  [
    'a field named like one of every record',
    boat({ version: { type: 'string' } }),
    'warning FIELD_NAME_SYSTEM modules/boat.json/properties/version',
  ],
  [
    'a name of more than 200 characters',
    boat({ ['x'.repeat(201)]: { type: 'string' } }),
    `error FIELD_NAME_LONG modules/boat.json/properties/${'x'.repeat(201)}`,
  ],
  [
    'an option list that there is not',
    boat({ flag: { 'x-field': 'select', 'x-options': 'flags' } }),
    'error OPTIONS_UNKNOWN modules/boat.json/properties/flag/x-options',
  ],
  [
    'a choice without options',
    boat({ flag: { 'x-field': 'select' } }),
    'error SETTING_MISSING modules/boat.json/properties/flag',
  ],
  [
    'a link without a target',
    boat({ owner: { 'x-field': 'link' } }),
    'error SETTING_MISSING modules/boat.json/properties/owner',
  ],
  [
    'a group without fields',
    boat({ box: { 'x-field': 'composite' } }),
    'error SETTING_MISSING modules/boat.json/properties/box',
  ],
  [
    'a link to a module that there is not',
    boat({ owner: { 'x-field': 'link', 'x-link': { module: 'person' } } }),
    'error MODULE_UNKNOWN_REFERENCE modules/boat.json/properties/owner/x-link/module',
  ],
  [
    'a link with a word it does not have',
    boat({ owner: { 'x-field': 'link', 'x-link': { module: 'sailor', onDeleted: 'clear' } } }),
    'error DOCUMENT_WORD_UNKNOWN modules/boat.json/properties/owner/x-link/onDeleted',
  ],
  [
    'a list on the other side that is no name',
    boat({ owner: { 'x-field': 'link', 'x-link': { module: 'sailor', inverse: 'my boats' } } }),
    'error DOCUMENT_PATTERN modules/boat.json/properties/owner/x-link/inverse',
  ],
  [
    'a setting out of its bounds',
    boat({ cost: { 'x-field': 'decimal', 'x-scale': 40 } }),
    'error maximum modules/boat.json/properties/cost/x-scale',
  ],
  [
    'a setting inside a group',
    boat({ box: { type: 'object', properties: { cost: { 'x-field': 'money', 'x-minimum': 'nothing' } } } }),
    'error DOCUMENT_PATTERN modules/boat.json/properties/box/properties/cost/x-minimum',
  ],
  [
    'a flag inside a table',
    boat({
      rows: { type: 'array', items: { type: 'object', properties: { a: { type: 'string', 'x-searchable': 1 } } } },
    }),
    'error DOCUMENT_TYPE modules/boat.json/properties/rows/items/properties/a/x-searchable',
  ],
  [
    'a record named by a field that there is not',
    boat({}, { 'x-module': { name: '{name} {surname}' } }),
    'error LABEL_FIELD_UNKNOWN modules/boat.json/x-module/name',
  ],
  [
    'a record named by a link',
    {
      'modules/sailor.json': module(
        { home: { 'x-field': 'link', 'x-link': { module: 'boat' } } },
        { 'x-module': { name: '{home}' } },
      ),
    },
    'error LABEL_FIELD_UNKNOWN modules/sailor.json/x-module/name',
  ],
  [
    'too many columns',
    boat(Object.fromEntries(Array.from({ length: 401 }, (_, index) => [`m${index}`, { 'x-field': 'money' }]))),
    'error FIELD_LIMIT modules/boat.json/properties',
  ],
]
