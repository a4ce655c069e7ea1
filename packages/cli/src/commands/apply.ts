import type { Command, CommandCall, Outcome } from '../command.ts'
import { withDoor } from '../connection/open-door.ts'
import { numberOption } from '../console/number-option.ts'
import { applyFolder } from '../definition/apply-folder.ts'
import type { FolderPlan } from '../definition/plan-folder.ts'
import { planReport } from '../definition/plan-report.ts'
import { readFolder } from '../definition/read-folder.ts'
import { say } from '../texts.ts'

/** Makes a folder the published definition. */
export const apply: Command = {
  name: 'apply',
  summary: {
    en: 'publish a folder as the next version; what the folder lacks goes',
    es: 'publicar una carpeta como versión siguiente; lo que la carpeta no tiene se quita',
  },
  usage: {
    en: '<folder> [--message <text>] [--base <version>] [--check]',
    es: '<carpeta> [--message <texto>] [--base <versión>] [--check]',
  },
  words: { min: 1, max: 1 },
  options: {
    message: {
      value: 'text',
      text: { en: 'why, for the list of versions', es: 'el motivo, para la lista de versiones' },
    },
    base: {
      value: 'version',
      text: { en: 'only if this version is the published one', es: 'solo si esta versión es la publicada' },
    },
    check: {
      text: {
        en: 'publish nothing; exit code 1 if the folder is not what is published',
        es: 'no publicar nada; código de salida 1 si la carpeta no coincide con lo publicado',
      },
    },
  },
  run: async (call) => {
    const base = numberOption(call, 'base', { min: 0, max: 999_999 })
    const folder = await readFolder(call)
    const { language } = call
    const message = call.value('message') ?? ''
    return withDoor(call, (door) =>
      applyFolder(door, { folder, language, message, refuse: (plan) => refusal(plan, call, base) }),
    )
  },
}

const refusal = (plan: FolderPlan, call: CommandCall, base: number | undefined): Outcome | undefined => {
  const { language } = call
  if (base !== undefined && base !== plan.version) {
    const message = say(language, 'baseOther', { published: plan.version, wanted: base })
    return {
      exitCode: 1,
      lines: [message],
      json: { error: { code: 'VERSION_PUBLISHED', message, version: plan.version } },
    }
  }
  if (!call.has('check') || plan.documents.length === 0) return undefined
  const { lines, json } = planReport(plan, language)
  return { exitCode: 1, lines: [...lines, say(language, 'planDiffers', { version: plan.version })], json }
}
