import { canonicalText, isObject, objectAt, readJson, stringAt } from '@telar/metadata'
import type { OurServer } from '../servers/our-server.ts'
import type { Figure } from './figure.ts'

const document = 'modules/deal.json'

/** From the word to publish until records are read with the field. */
export const newField: Figure = {
  name: 'newField',
  title: { en: 'One new field published', es: 'Publicar un campo nuevo' },
  unit: 'ms',
  target: 1000,
  measure: async ({ ours }) => {
    const changeset = stringAt(await ours.call('POST', '/changesets', { title: 'bench' }), 'id') ?? ''
    await ours.call('PUT', `/changesets/${changeset}/documents`, { documents: { [document]: await withField(ours) } })
    const start = performance.now()
    await ours.call('POST', `/changesets/${changeset}/publish`, {})
    await ours.call('GET', '/records/deal?limit=1&fields=branch')
    return performance.now() - start
  },
}

/** The published document, with one property more. */
const withField = async (ours: OurServer): Promise<string> => {
  const texts = objectAt(await ours.call('GET', '/versions/1/documents'), 'documents') ?? {}
  const published = readJson(stringAt(texts, document) ?? '').value
  if (!isObject(published)) throw new Error(`${document} is not published`)
  const properties = objectAt(published, 'properties') ?? {}
  return canonicalText({ ...published, properties: { ...properties, branch: { type: 'string' } } })
}
