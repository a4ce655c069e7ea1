import { messageOf, problem } from '@telar/metadata'
import { expect, test } from 'vitest'
import { problemIssue } from '../http/problem.ts'
import { authTexts } from './auth-texts.ts'
import { mailOf, mailTexts } from './mail-texts.ts'
import { checkParticulars } from './particulars.ts'

test('what is wrong with a sign-in is said in words, in both languages', () => {
  const issues = [
    ...checkParticulars({ name: '', email: '', password: '' }),
    ...checkParticulars({ name: 'x'.repeat(201), email: `${'x'.repeat(260)}@example.com`, password: 'x'.repeat(129) }),
    ...Object.keys(authTexts).map((code) => problem(code)),
  ]
  expect(issues).toHaveLength(12)
  for (const issue of issues) {
    const [en, es] = [problemIssue(issue, 'en').message, problemIssue(issue, 'es').message]
    expect(en).toMatch(/^[A-Z][^{}]+ [^{}]+$/)
    expect(es).not.toBe(en)
  }
})

test('our codes do not hide words of the documents', () => {
  for (const code of Object.keys(authTexts)) expect(messageOf(problem(code), 'en')).toBe(code)
})

test('mails are whole in both languages, with the link and the name', () => {
  const params = { name: 'Ana', by: 'Eva\nBcc: x@example.com', email: 'ana@example.com', link: 'https://crm.example/x' }
  for (const kind of ['invitation', 'reset'] as const) {
    const [en, es] = (['en', 'es'] as const).map((language) =>
      mailOf({ kind, to: 'ana@example.com', language, params }),
    )
    for (const mail of [en, es]) {
      expect(mail?.text).toContain('https://crm.example/x')
      expect(mail?.text).toContain('Ana')
      expect(`${mail?.subject}${mail?.text}`).not.toMatch(/[{}]/)
      expect(mail?.subject).not.toContain('\n')
    }
    expect(en?.text).not.toBe(es?.text)
  }
  expect(Object.keys(mailTexts)).toHaveLength(2)
})
