import { date, dateTime, hasHappened, later, member, type Moment, ref } from './history.ts'
import { campaigns } from './lists/campaigns.ts'
import { roles } from './lists/members.ts'
import { type Product, productOf, products } from './lists/products.ts'
import { euros, money, percent } from './money.ts'
import { loadDay, onDay, type World } from './world.ts'

/** Prices of goods rose once during the year. */
const riseDay = -95
const rise = 1.03

const isGood = (product: Product): boolean => product.type === 'good' && product.status === 'active'

/** Cents of the list price on a day. */
export const priceOn = (name: string, day: number): number => {
  const product = productOf(name)
  return euros(isGood(product) && day >= riseDay ? Math.round(product.price * rise * 20) / 20 : product.price)
}

/** Products, their price rise, and campaigns with their course. */
export const tellCatalogue = (world: World): void => {
  const random = world.randomFor('catalogue')
  products.forEach((product, index) => {
    createProduct(world, product, { day: loadDay - 1, minute: 9 * 60 + index })
    if (!isGood(product)) return
    world.history.update(product.ref, {
      at: { day: riseDay, minute: 9 * 60 + index },
      by: roles.presales,
      data: { price: money(priceOn(product.ref, riseDay)) },
    })
    if (product.stock > 0) countStock(world, product)
  })
  world.history.update('pic040', {
    at: { day: riseDay - 40, minute: 600 },
    by: roles.presales,
    data: { status: 'lastUnits', replacedBy: ref('pic050') },
  })
  for (const campaign of campaigns)
    tellCampaign(world, campaign, onDay(Math.min(-9, Math.max(loadDay, campaign.start - 35)), random))
}

const createProduct = (world: World, product: Product, at: Moment): void => {
  const isThing = product.type === 'good' || product.type === 'sparePart'
  world.history.create('product', {
    ref: product.ref,
    at,
    by: roles.presales,
    data: {
      name: product.name,
      sku: product.sku,
      category: product.category,
      type: product.type,
      status: product.ref === 'pic040' ? 'active' : product.status,
      price: money(euros(product.price)),
      cost: money(euros(product.cost)),
      taxRate: '21',
      maximumDiscount: percent(product.maximumDiscount),
      unit: product.unit,
      billingPeriod: product.type === 'subscription' ? 'monthly' : null,
      leadTime: isThing ? product.leadTime : null,
      stock: isThing ? product.stock : null,
      warrantyMonths: isThing ? product.warrantyMonths : null,
      weight: isThing ? product.weight.toFixed(3) : null,
      minimumOrder: product.price < 15 ? 50 : 1,
      url: `https://www.valdora.example/productos/${product.sku.toLowerCase()}`,
      manager: member(roles.presales),
      description: product.description,
      ownerId: member(roles.presales),
    },
  })
}

const countStock = (world: World, product: Product): void => {
  const random = world.randomFor(`stock/${product.ref}`)
  for (const day of [-274, -183, -92, -8]) {
    const at = { day, minute: random.between(7 * 60, 8 * 60) }
    world.history.update(product.ref, {
      at,
      by: roles.presales,
      data: { stock: Math.round(random.spread(product.stock)) },
    })
  }
}

const tellCampaign = (world: World, campaign: (typeof campaigns)[number], at: Moment): void => {
  world.history.create('campaign', {
    ref: campaign.ref,
    at,
    by: roles.marketing,
    data: {
      name: campaign.name,
      code: campaign.code,
      status: 'planning',
      type: campaign.type,
      startDate: date(campaign.start),
      endDate: date(campaign.end),
      budget: money(euros(campaign.budget)),
      expectedCost: money(euros(campaign.budget * 0.95)),
      expectedRevenue: money(euros(campaign.budget * 12)),
      expectedResponse: '4',
      audience: campaign.audience,
      audienceSize: campaign.audienceSize,
      place: campaign.place,
      product: campaign.product === null ? null : ref(campaign.product),
      objective: campaign.objective,
      approver: member(roles.director),
      ownerId: member(roles.marketing),
    },
  })
  const begins: Moment = { day: Math.max(campaign.start, at.day + 1), minute: 8 * 60 }
  const by = roles.marketing
  world.history.update(campaign.ref, {
    at: begins,
    by,
    data: { status: 'active', actualCost: money(euros(campaign.cost * 0.4)) },
  })
  world.history.update(campaign.ref, {
    at: { day: Math.max(campaign.end + 4, begins.day + 2), minute: 10 * 60 },
    by,
    data: { status: 'completed', actualCost: money(euros(campaign.cost)) },
  })
  announce(world, campaign, begins)
}

/** The note that marketing writes when a campaign goes out. */
const announce = (world: World, campaign: (typeof campaigns)[number], at: Moment): void => {
  if (!hasHappened(at) || campaign.leads === 0) return
  const note = world.newRef('t')
  const done = later(at, 180)
  world.history.create('task', {
    ref: note,
    at: later(at, -1440 * 6),
    by: roles.director,
    data: {
      subject: `Lanzar «${campaign.name}»`,
      status: 'inProgress',
      priority: 'high',
      type: 'administration',
      dueDate: date(at.day),
      reminderAt: dateTime({ day: at.day - 1, minute: 540 }),
      ownerId: member(roles.marketing),
    },
  })
  world.history.update(note, {
    at: done,
    by: roles.marketing,
    data: { status: 'completed', completedOn: date(done.day) },
  })
}
