import { expect, test } from 'vitest'
import { workspaceInAddress } from './workspace-address.ts'

test('the first workspace has no name in the address', () => {
  expect(workspaceInAddress('/account/1')).toEqual({ slug: undefined, basepath: '/' })
  expect(workspaceInAddress('/warehouse')).toEqual({ slug: undefined, basepath: '/' })
})

test('another workspace stands below its name', () => {
  expect(workspaceInAddress('/w/acme/account')).toEqual({ slug: 'acme', basepath: '/w/acme' })
})
