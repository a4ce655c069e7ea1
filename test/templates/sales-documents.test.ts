import { describe, expect, it } from 'vitest'
import {
  allFields,
  choicesAt,
  documents,
  fieldsOf,
  inFolder,
  inversesOf,
  kindAt,
  moduleOfList,
  modules,
  optionLists,
  systemFields,
  targetOf,
} from './sales-model.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  list,
  object,
  objects,
  objectsWithin,
  text,
} from './template-documents.ts'

const sortKeys = (value: Json, key = ''): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => sortKeys(item))
  if (!isObject(value)) return value
  const keys = Object.keys(value)
  if (key !== 'properties') keys.sort()
  return Object.fromEntries(keys.map((name) => [name, sortKeys(value[name] ?? null, key === 'properties' ? '' : name)]))
}

describe('the documents of the sales template', () => {
  it('are written in canonical form', () => {
    const other = [...documents.values()].filter(
      ({ text: source, json }) => source !== `${JSON.stringify(sortKeys(json), null, 2)}\n`,
    )
    expect(other.map(({ path }) => path)).toEqual([])
  })

  it('carry well-formed stable ids, each once', () => {
    const ids = [...documents.values()]
      .filter(({ path }) => !path.startsWith('translations/'))
      .flatMap(({ json }) => [
        text(object(json['x-module'])['id']),
        ...objectsWithin(json).map(({ value }) => text(value['x-id'])),
      ])
      .filter((id) => id !== '')
    expect(ids.filter((id) => !/^(ap|mo|fi|ol|op|la|vi|na|ro|sh)_[a-z2-7]{10}$/.test(id))).toEqual([])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.length).toBeGreaterThan(900)
  })

  it('have the modules and the wealth of fields that users of other CRMs expect', () => {
    expect([...modules.keys()].toSorted()).toEqual([
      'account',
      'call',
      'campaign',
      'case',
      'contact',
      'contract',
      'document',
      'invoice',
      'lead',
      'meeting',
      'note',
      'opportunity',
      'product',
      'quote',
      'task',
    ])
    expect(fieldsOf('account').size).toBeGreaterThanOrEqual(25)
    expect(fieldsOf('opportunity').size).toBeGreaterThanOrEqual(20)
  })

  it('name every field with an id and a title and none like a system field', () => {
    const bad = allFields.filter(
      ({ name, schema }) => systemFields.has(name) || text(schema['x-id']) === '' || text(schema['title']) === '',
    )
    expect(bad.map(({ module, name }) => `${module}.${name}`)).toEqual([])
  })

  it('point only to modules and option lists that exist, and use every option list', () => {
    const named = [...documents.values()].flatMap(({ json }) =>
      objectsWithin(json).map(({ value }) => text(value['x-options'])),
    )
    const used = new Set(named.filter((name) => name !== ''))
    expect([...used].filter((name) => !optionLists.has(name))).toEqual([])
    expect([...optionLists.keys()].filter((name) => !used.has(name))).toEqual([])
    expect(allFields.filter((field) => 'x-link' in field.schema && !modules.has(targetOf(field)))).toEqual([])
  })

  it('give every link a list on the other side whose name is free there', () => {
    const clashes = [...modules.keys()].flatMap((module) => {
      const names = allFields
        .filter((field) => targetOf(field) === module)
        .map((field) => text(object(field.schema['x-link'])['inverse']))
      return names
        .filter((name, at) => name === '' || names.indexOf(name) !== at || fieldsOf(module).has(name))
        .map((name) => `${module}.${name}`)
    })
    expect(clashes).toEqual([])
  })

  it('say in every default a value that its option list has', () => {
    const bad = allFields.filter(({ module, name, schema }) => {
      const choices = choicesAt(module, name)
      return choices !== undefined && 'default' in schema && !choices.includes(text(schema['default']))
    })
    expect(bad).toEqual([])
  })

  it('build every record label, unique rule and index from fields that exist', () => {
    const bad = [...modules].flatMap(([module, json]) => {
      const template = [...text(object(json['x-module'])['name']).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
      const rules = [...list(json['x-unique']), ...list(json['x-indexes'])].flatMap((names) => list(names)).map(text)
      const required = list(json['required']).map(text)
      return [...template, ...rules, ...required]
        .filter((name) => kindAt(module, name) === undefined)
        .map((name) => `${module}.${name}`)
    })
    expect(bad).toEqual([])
  })
})

const problemsOfFilter = (module: string, filter: JsonObject): readonly string[] => {
  const inner = text(filter['some']) || text(filter['none'])
  if (inner !== '') {
    const target = moduleOfList(module, inner)
    return target === undefined ? [`${module}: no list ${inner}`] : problemsOfFilter(target, object(filter['where']))
  }
  const nested = [
    ...objects(filter['all']),
    ...objects(filter['any']),
    ...(isObject(filter['not']) ? [filter['not']] : []),
  ]
  if (nested.length > 0) return nested.flatMap((part) => problemsOfFilter(module, part))
  const path = text(filter['field'])
  if (path === '') return []
  if (kindAt(module, path) === undefined) return [`${module}: no field ${path}`]
  const choices = choicesAt(module, path)
  const values = Array.isArray(filter['value']) ? list(filter['value']) : [filter['value'] ?? null]
  return choices === undefined
    ? []
    : values
        .filter((value) => typeof value === 'string' && !choices.includes(value))
        .map((value) => `${module}.${path}: ${text(value)}`)
}

describe('conditions of the sales template', () => {
  it('name fields and choices that exist', () => {
    const problems = allFields.flatMap(({ module, schema }) =>
      ['x-visible', 'x-required', 'x-readonly'].flatMap((word) => problemsOfFilter(module, object(schema[word]))),
    )
    expect(problems).toEqual([])
  })

  it('test fields and choices that exist in if and then', () => {
    const problems = [...modules].flatMap(([module, json]) => {
      const tested = Object.entries(object(object(json['if'])['properties'])).flatMap(([name, schema]) =>
        [...list(object(schema)['enum']), object(schema)['const'] ?? null]
          .filter((value) => value !== null && choicesAt(module, name)?.includes(text(value)) !== true)
          .map((value) => `${module}.${name}: ${text(value)}`),
      )
      const needed = list(object(json['then'])['required'])
        .map(text)
        .filter((name) => kindAt(module, name) === undefined)
      return [...tested, ...needed]
    })
    expect(problems).toEqual([])
  })

  it('show a field whenever they require it', () => {
    const hidden = [...modules].flatMap(([module, json]) =>
      list(object(json['then'])['required'])
        .map(text)
        .filter((name) => {
          const visible = object(fieldsOf(module).get(name)?.schema['x-visible'])
          const [tested = ''] = Object.keys(object(object(json['if'])['properties']))
          return text(visible['field']) !== tested
        }),
    )
    expect(hidden).toEqual([])
  })
})

describe('layouts of the sales template', () => {
  const layouts = inFolder('layouts')

  it('exist for every module, and a short one for what is added often', () => {
    expect(
      layouts
        .filter(({ json }) => json['kind'] === 'record')
        .map(({ json }) => text(json['module']))
        .toSorted(),
    ).toEqual([...modules.keys()].toSorted())
    const quick = layouts.filter(({ json }) => json['kind'] === 'quickCreate').map(({ json }) => text(json['module']))
    expect(quick).toEqual(
      expect.arrayContaining([
        'account',
        'contact',
        'lead',
        'opportunity',
        'task',
        'call',
        'meeting',
        'note',
        'case',
        'quote',
      ]),
    )
  })

  it.each(layouts.map(({ name, json }) => [name, json] as const))(
    '%s shows fields and lists that exist',
    (_name, json) => {
      const module = text(json['module'])
      const scopes = objectsWithin(object(json['ui'])).flatMap(({ value }) =>
        'scope' in value ? [text(value['scope']).replace('#/properties/', '')] : [],
      )
      expect(scopes.filter((name) => !fieldsOf(module).has(name))).toEqual([])
      expect(scopes.filter((name, at) => scopes.indexOf(name) !== at)).toEqual([])
      expect(
        list(json['highlights'])
          .map(text)
          .filter((name) => kindAt(module, name) === undefined),
      ).toEqual([])
      const related = objects(json['related']).flatMap((one) => {
        const target = moduleOfList(module, text(one['link']))
        if (target === undefined) return [text(one['link'])]
        const sorts = list(one['sort']).map((sort) => text(sort).replace(/^-/, ''))
        return [...list(one['columns']).map(text), ...sorts]
          .filter((name) => kindAt(target, name) === undefined)
          .map((name) => `${target}.${name}`)
      })
      expect(related).toEqual([])
    },
  )

  it('put every field of a module somewhere in its record layout', () => {
    const missing = layouts
      .filter(({ json }) => json['kind'] === 'record')
      .flatMap(({ json }) => {
        const module = text(json['module'])
        const shown = objectsWithin(object(json['ui'])).map(({ value }) =>
          text(value['scope']).replace('#/properties/', ''),
        )
        const lists = objects(json['related']).map((one) => text(one['link']))
        return [...fieldsOf(module).keys()]
          .filter((name) => !shown.includes(name) && !lists.includes(name))
          .map((name) => `${module}.${name}`)
      })
    expect(missing).toEqual([])
  })

  it('ask in the short form for every required field that has no default', () => {
    const missing = layouts
      .filter(({ json }) => json['kind'] === 'quickCreate')
      .flatMap(({ json }) => {
        const module = text(json['module'])
        const shown = objectsWithin(object(json['ui'])).map(({ value }) =>
          text(value['scope']).replace('#/properties/', ''),
        )
        return list(modules.get(module)?.['required'])
          .map(text)
          .filter((name) => {
            const schema = fieldsOf(module).get(name)?.schema ?? {}
            return !('default' in schema) && !shown.includes(name)
          })
          .map((name) => `${module}.${name}`)
      })
    expect(missing).toEqual([])
  })

  it('list every record that points here, except where it would say the same twice', () => {
    const silent = layouts
      .filter(({ json }) => json['kind'] === 'record')
      .flatMap(({ json }) => {
        const module = text(json['module'])
        const shown = new Set(objects(json['related']).map((one) => text(one['link'])))
        return [...inversesOf(module).keys()].filter((name) => !shown.has(name)).map((name) => `${module}.${name}`)
      })
    expect(silent).toEqual([])
  })
})

describe('views of the sales template', () => {
  const views = inFolder('views')

  it('give every module one default list', () => {
    const defaults = views.filter(({ json }) => json['default'] === true).map(({ json }) => text(json['module']))
    expect(defaults.toSorted()).toEqual([...modules.keys()].toSorted())
  })

  it.each(views.map(({ name, json }) => [name, json] as const))('%s uses fields that exist', (name, json) => {
    const module = text(json['module'])
    expect(name.startsWith(`${module}/`)).toBe(true)
    const columns = objects(json['columns']).map((column) => text(column['field']))
    const totals = objects(json['totals']).map((total) => text(total['field']))
    const sorts = list(json['sort']).map((sort) => text(sort).replace(/^-/, ''))
    expect([...columns, ...totals, ...sorts].filter((path) => kindAt(module, path) === undefined)).toEqual([])
    expect(columns.filter((column, at) => columns.indexOf(column) !== at)).toEqual([])
    expect(totals.filter((total) => !columns.includes(total))).toEqual([])
    expect(problemsOfFilter(module, object(json['filter']))).toEqual([])
  })
})

describe('navigation of the sales template', () => {
  it('leads to every module once', () => {
    const named = objectsWithin(object(documents.get('navigation.json')?.json)).flatMap(({ value }) =>
      'module' in value ? [text(value['module'])] : [],
    )
    expect(named.toSorted()).toEqual([...modules.keys()].toSorted())
  })
})
