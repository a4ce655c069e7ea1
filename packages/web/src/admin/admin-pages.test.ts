import { expect, test } from 'vitest'
import { adminPagesFor } from './admin-pages.ts'

test('nobody is offered a page that would refuse them', () => {
  expect(adminPagesFor([])).toEqual([])
  expect(adminPagesFor(['importData', 'exportData'])).toEqual([])
  expect(adminPagesFor(['viewAudit']).map(({ to }) => to)).toEqual(['/admin/audit'])
})

test('whoever manages people or roles sees people and teams', () => {
  for (const capability of ['manageUsers', 'manageRoles'] as const)
    expect(adminPagesFor([capability]).map(({ to }) => to)).toEqual(
      expect.arrayContaining(['/admin/people', '/admin/teams']),
    )
})
