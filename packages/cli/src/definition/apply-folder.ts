import { isObject, type Language } from '@telar/metadata'
import type { Outcome } from '../command.ts'
import type { Door } from '../connection/door.ts'
import { say } from '../texts.ts'
import { checkFolder } from './check-folder.ts'
import { type FolderPlan, planFolder } from './plan-folder.ts'
import { planReport } from './plan-report.ts'
import { problemReport } from './problem-report.ts'
import type { Folder } from './read-folder.ts'

export interface Application {
  readonly folder: Folder
  readonly language: Language
  readonly message: string
  /** Ends it before it is published. */
  readonly refuse?: (plan: FolderPlan) => Outcome | undefined
}

/** Checks a folder and publishes it: all of it as one version, or nothing. */
export const applyFolder = async (door: () => Promise<Door>, application: Application): Promise<Outcome> => {
  const { folder, language, message } = application
  const checked = checkFolder(folder, language)
  if (checked.hasErrors) return { exitCode: 1, ...problemReport(folder, checked, language) }
  const { plan, publish, discard } = await planFolder(await door(), folder, message)
  const report = planReport(plan, language)
  const ended = application.refuse?.(plan) ?? endOf(plan, report)
  if (ended !== undefined) {
    await discard()
    return ended
  }
  const version = await publish(message)
  return {
    exitCode: 0,
    lines: [...report.lines, say(language, 'published', { version }), ...idsHint(folder, plan, language)],
    json: { ...(isObject(report.json) ? report.json : {}), published: version },
  }
}

const endOf = (plan: FolderPlan, report: Omit<Outcome, 'exitCode'>): Outcome | undefined => {
  if (plan.blocked.length > 0) return { exitCode: 1, ...report }
  return plan.documents.length === 0 ? { exitCode: 0, ...report } : undefined
}

/** New parts have ids now that the files do not: needed as soon as something is to be renamed. */
const idsHint = ({ name, texts, definition }: Folder, plan: FolderPlan, language: Language): readonly string[] => {
  const lacks = plan.documents.some(({ path }) => {
    const module = path.startsWith('modules/') ? definition.get(path) : undefined
    if (module === undefined) return false
    return isObject(module['x-module']) ? !hasIds(module) : !texts.has(path.replace('modules/', 'ids/'))
  })
  return lacks ? [say(language, 'idsMade', { folder: name })] : []
}

const hasIds = (module: NonNullable<ReturnType<Folder['definition']['get']>>): boolean => {
  const { 'x-module': words, properties } = module
  const fields = isObject(properties) ? Object.values(properties) : []
  return (
    isObject(words) &&
    words['id'] !== undefined &&
    fields.every((field) => !isObject(field) || field['x-id'] !== undefined)
  )
}
