import type { Language } from '@telar/metadata'
import type { Report } from '../command.ts'
import { say } from '../texts.ts'
import { type CheckedFolder, problemLine } from './check-folder.ts'
import type { Folder } from './read-folder.ts'

/** All problems of a folder, or that there is none. */
export const problemReport = (folder: Folder, { problems }: CheckedFolder, language: Language): Report => {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const end =
    problems.length === 0
      ? say(language, 'valid', { folder: folder.name, documents: folder.texts.size })
      : say(language, 'problems', { errors, warnings })
  return {
    lines: [...problems.map((problem) => problemLine(folder.name, problem, say(language, problem.severity))), end],
    json: {
      folder: folder.path,
      documents: folder.texts.size,
      errors,
      warnings,
      problems: problems.map((problem) => ({ ...problem })),
    },
  }
}
