import { boat, type Broken, role, sharing, sound } from './test-boats.ts'

const regions = { 'telar.json': { ...sound['telar.json'], userAttributes: { region: { title: 'Region' } } } }

/** Roles and sharing rules that name what is not there, or allow what cannot be done. */
export const brokenAccess: readonly Broken[] = [
  [
    'an action that there is not',
    role({ boat: { sail: 'all' } }),
    'error DOCUMENT_WORD_UNKNOWN roles/mate.json/modules/boat/sail',
  ],
  [
    'rows that there are not',
    role({ boat: { read: 'mine' } }),
    'error DOCUMENT_PATTERN roles/mate.json/modules/boat/read',
  ],
  [
    'rows under no condition',
    role({ boat: { read: {} } }),
    'error DOCUMENT_WORD_MISSING roles/mate.json/modules/boat/read/where',
  ],
  ['a sharing rule for nobody', sharing({ to: {} }), 'error minProperties sharing/boat/ketches.json/to'],
  [
    'a sharing rule for two',
    sharing({ to: { role: 'mate', team: 'shore' } }),
    'error maxProperties sharing/boat/ketches.json/to',
  ],
  [
    'a capability that there is not',
    role({}, { capabilities: ['design', 'sail'] }),
    'error DOCUMENT_ENUM roles/mate.json/capabilities/1',
  ],
  [
    'rights on a module that there is not',
    role({ ship: { read: 'all' } }),
    'error MODULE_UNKNOWN_REFERENCE roles/mate.json/modules/ship',
  ],
  [
    'a right on a field that there is not',
    role({ boat: { read: 'all', fields: { tonss: 'hidden' } } }),
    'error FIELD_UNKNOWN roles/mate.json/modules/boat/fields/tonss',
  ],
  [
    'a right on a field that no other module has',
    role({ boat: { read: 'all' }, '*': { read: 'all', fields: { tons: 'hidden' } } }),
    'error FIELD_UNKNOWN roles/mate.json/modules/*/fields/tons',
  ],
  [
    'a right on a part of a field',
    role({ boat: { read: 'all', fields: { 'size.length': 'hidden' } } }),
    'error ROLE_FIELD_PART roles/mate.json/modules/boat/fields/size.length',
  ],
  [
    'a system field that is hidden',
    role({ '*': { read: 'all', fields: { createdAt: 'hidden' } } }),
    'error ROLE_SYSTEM_FIELD_HIDDEN roles/mate.json/modules/*/fields/createdAt',
  ],
  [
    'rows with an option that there is not',
    role({ boat: { read: { where: { field: 'rig', op: 'equals', value: 'yawl' } } } }),
    'error FILTER_OPTION_UNKNOWN roles/mate.json/modules/boat/read/where/value',
  ],
  [
    'rows of other modules by a field that one of them lacks',
    role({ '*': { read: { where: { all: [{ field: 'tons', op: 'isEmpty' }] } } } }),
    'error FILTER_FIELD_UNKNOWN roles/mate.json/modules/*/read/where/all/0/field',
  ],
  [
    'rows by something that is not known of people',
    {
      ...regions,
      ...role({ boat: { read: { where: { field: 'name', op: 'equals', value: { user: 'country' } } } } }),
    },
    'error FILTER_USER_UNKNOWN roles/mate.json/modules/boat/read/where/value',
  ],
  [
    'changes of records that nobody sees',
    role({ boat: { create: 'all', update: 'own' } }),
    'warning ROLE_WRITES_UNSEEN roles/mate.json/modules/boat/update',
  ],
  [
    'a new record without a field that it needs',
    {
      ...boat({}, { required: ['name'] }),
      ...role({ boat: { read: 'all', create: 'all', fields: { name: 'read' } } }),
    },
    'error ROLE_REQUIRED_HIDDEN roles/mate.json/modules/boat/fields/name',
  ],
  [
    'a new record of any module without a field that it needs',
    {
      ...boat({}, { required: ['name'] }),
      ...role({ '*': { read: 'all', create: 'own', fields: { '*': 'read', rig: 'write' } } }),
    },
    'error ROLE_REQUIRED_HIDDEN roles/mate.json/modules/*/fields',
  ],
  [
    'own records of a module without owners',
    { ...boat({}, { 'x-module': { name: '{name}', owned: false } }), ...role({ boat: { read: 'teamTree' } }) },
    'warning ROLE_MODULE_NOT_OWNED roles/mate.json/modules/boat/read',
  ],
  [
    'a sharing rule of a module that there is not',
    {
      'sharing/ship/all.json': {
        module: 'ship',
        title: 'All',
        where: { all: [] },
        level: 'read',
        to: { team: 'shore' },
      },
    },
    'error MODULE_UNKNOWN_REFERENCE sharing/ship/all.json/module',
  ],
  [
    'a sharing rule at another path than its module',
    {
      'sharing/sailor/all.json': {
        module: 'boat',
        title: 'All',
        where: { all: [] },
        level: 'read',
        to: { team: 'shore' },
      },
    },
    'error DOCUMENT_PLACE sharing/sailor/all.json/module',
  ],
  [
    'a sharing rule with a field that there is not',
    sharing({ where: { any: [{ field: 'age', op: 'isEmpty' }] } }),
    'error FILTER_FIELD_UNKNOWN sharing/boat/ketches.json/where/any/0/field',
  ],
  [
    'a sharing rule for a role that there is not',
    sharing({ to: { role: 'cook' } }),
    'error ROLE_UNKNOWN sharing/boat/ketches.json/to/role',
  ],
  [
    'changes shared with a role that may not change',
    { ...sharing({ level: 'write' }), ...role({ boat: { read: 'own' } }) },
    'warning SHARING_WITHOUT_RIGHT sharing/boat/ketches.json/to/role',
  ],
]
