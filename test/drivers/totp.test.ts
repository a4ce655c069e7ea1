import { expect, it, vi } from 'vitest'
import { totpCode } from './totp.ts'

it('gives the codes of the standard', () => {
  vi.useFakeTimers({ now: 59_000 })
  expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toBe('287082')
  vi.setSystemTime(1_111_111_109_000)
  expect(totpCode('gezd gnbv gy3t qojq gezd gnbv gy3t qojq')).toBe('081804')
  vi.useRealTimers()
})
