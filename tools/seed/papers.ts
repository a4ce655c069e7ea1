import { date, type Data, member, ref } from './history.ts'
import { roles } from './lists/members.ts'
import { products } from './lists/products.ts'
import type { Sale } from './opportunities.ts'
import { loadDay, onDay, type World } from './world.ts'

/** Catalogues, data sheets, certificates and the drawings of what was sold. */
export const tellDocuments = (world: World, sales: readonly Sale[]): void => {
  const random = world.randomFor('documents')
  for (const [index, paper] of general.entries()) {
    add(world, { ...paper, day: loadDay + 2 + (index % 3), by: roles.marketing })
  }
  for (const product of products.filter(({ type, status }) => type === 'good' && status === 'active')) {
    add(world, {
      day: loadDay + 5,
      by: roles.presales,
      data: {
        name: `Ficha técnica: ${product.name}`,
        category: 'dataSheet',
        status: 'published',
        revision: random.pick(['1', '2', '3', 'B', 'C']),
        publishedOn: date(-random.between(370, 900)),
        url: `https://docs.valdora.example/fichas/${product.sku.toLowerCase()}.pdf`,
        confidentiality: 'public',
        product: ref(product.ref),
        keywords: `${product.sku}, ficha, características`,
      },
    })
  }
  const projects = sales.filter(({ solution }) =>
    ['pal090', 'pal120', 'altent', 'tramot', 'shusem', 'elever', 'palmov'].includes(solution.product),
  )
  for (const sale of random.some(projects, 26)) drawing(world, sale)
}

const drawing = (world: World, { deal, solution, at }: Sale): void =>
  add(world, {
    day: Math.max(loadDay + 6, at.day - 2),
    by: roles.presales,
    data: {
      name: `Plano de ${solution.title.toLowerCase()}, ${deal.account.name}`,
      category: 'drawing',
      status: 'published',
      revision: 'A',
      publishedOn: date(Math.max(loadDay + 6, at.day - 2)),
      url: `https://docs.valdora.example/planos/${deal.ref}.pdf`,
      confidentiality: 'restricted',
      account: ref(deal.account.ref),
      opportunity: ref(deal.ref),
      product: ref(solution.product),
      reviewer: member(roles.director),
    },
  })

const add = (
  world: World,
  { day, by, data }: { readonly day: number; readonly by: string; readonly data: Data },
): void => {
  const name = world.newRef('d')
  world.history.create('document', {
    ref: name,
    at: onDay(day, world.randomFor(`document/${name}`)),
    by,
    data: { language: 'es', ...data, ownerId: member(by) },
  })
}

const paper = (name: string, category: string, more: Data): { readonly data: Data } => ({
  data: { name, category, status: 'published', publishedOn: date(-400), confidentiality: 'public', ...more },
})

const general: readonly { readonly data: Data }[] = [
  paper('Catálogo general de almacenaje', 'catalogue', {
    revision: '2024',
    url: 'https://docs.valdora.example/catalogo.pdf',
  }),
  paper('General storage catalogue', 'catalogue', {
    revision: '2024',
    language: 'en',
    url: 'https://docs.valdora.example/catalogue-en.pdf',
  }),
  paper('Catálogo de equipos de manutención', 'catalogue', {
    revision: '12',
    url: 'https://docs.valdora.example/manutencion.pdf',
  }),
  paper('Catálogo de protecciones de seguridad', 'catalogue', {
    revision: '5',
    url: 'https://docs.valdora.example/seguridad.pdf',
  }),
  paper('Certificado de gestión de la calidad', 'certificate', {
    expiresOn: date(44),
    revision: '3',
    confidentiality: 'customers',
  }),
  paper('Certificado de gestión ambiental', 'certificate', {
    expiresOn: date(190),
    revision: '2',
    confidentiality: 'customers',
  }),
  paper('Certificado de soldadura', 'certificate', {
    expiresOn: date(28),
    revision: '4',
    confidentiality: 'customers',
  }),
  paper('Declaración de conformidad: transportadores', 'certificate', { revision: '1', product: ref('tramot') }),
  paper('Declaración de conformidad: almacén vertical', 'certificate', { revision: '2', product: ref('elever') }),
  paper('Manual de uso y mantenimiento de estanterías', 'manual', { revision: '7', product: ref('pal090') }),
  paper('Manual de la lanzadera semiautomática', 'manual', { revision: '3', product: ref('shusem') }),
  paper('Manual del almacén vertical', 'manual', { revision: '2', product: ref('elever') }),
  paper('Guía rápida de Valdora Almacén', 'manual', { revision: '4.2', product: ref('sofwms') }),
  paper('Condiciones generales de venta', 'other', { revision: '9', confidentiality: 'customers' }),
  paper('Condiciones del contrato de mantenimiento', 'contract', {
    revision: '6',
    confidentiality: 'customers',
    product: ref('serman'),
  }),
  paper('Modelo de contrato de suministro', 'contract', {
    status: 'inReview',
    revision: '2',
    confidentiality: 'internal',
  }),
  paper('Argumentario frente a la competencia', 'report', {
    status: 'draft',
    revision: '1',
    confidentiality: 'restricted',
  }),
  paper('Acta del comité comercial', 'minutes', { revision: '1', confidentiality: 'internal' }),
  paper('Tarifa anterior de estanterías ligeras', 'catalogue', {
    status: 'obsolete',
    revision: '8',
    product: ref('pic040'),
  }),
]
