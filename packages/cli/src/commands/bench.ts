import { parseEnvironment } from '@telar/runtime'
import { benchJson, benchTable, foundLine, missedTargets } from '../bench/bench-report.ts'
import { runBench } from '../bench/run-bench.ts'
import type { Command } from '../command.ts'
import { numberOption } from '../console/number-option.ts'
import { say } from '../texts.ts'

/** How fast this machine serves, beside a server that does nothing but the SQL. */
export const bench: Command = {
  name: 'bench',
  summary: {
    en: 'measure speed and memory beside a bare Hono and pg server; takes some minutes',
    es: 'medir velocidad y memoria junto a un servidor mínimo de Hono y pg; tarda unos minutos',
  },
  usage: { en: '[--rows <number>] [--seconds <number>]', es: '[--rows <número>] [--seconds <número>]' },
  words: { min: 0, max: 0 },
  options: {
    rows: {
      value: 'number',
      text: { en: 'records to fill the module with (otherwise 200000)', es: 'registros del módulo (si falta, 200000)' },
    },
    seconds: {
      value: 'number',
      text: {
        en: 'how long each server is measured for each measure (otherwise 10)',
        es: 'cuánto se mide cada servidor en cada medida (si falta, 10)',
      },
    },
  },
  run: async (call) => {
    const { language } = call
    const rows = numberOption(call, 'rows', { min: 100, max: 10_000_000 }) ?? 200_000
    const seconds = numberOption(call, 'seconds', { min: 1, max: 600 }) ?? 10
    const { database } = parseEnvironment(call.env)
    const signal = call.stopped()
    const tell = (message: string): void => call.tell({ lines: [message], json: { message } })
    tell(say(language, 'benchFilling', { rows }))
    const result = await runBench({
      rows,
      seconds,
      signal,
      ...(database.kind === 'server' ? { databaseUrl: database.url } : {}),
      onFound: (found) => tell(foundLine(found, language)),
    }).catch((error: unknown) => {
      if (signal.aborted) return undefined
      throw error
    })
    if (result === undefined) return { exitCode: 1, lines: [say(language, 'benchStopped')], json: { stopped: true } }
    const date = new Date().toISOString().slice(0, 10)
    const table = benchTable(result, date, language)
    call.tell({ lines: ['', ...table, ''], json: { table: table.join('\n') } })
    const missed = missedTargets(result, language)
    const exitCode = missed.length === 0 ? 0 : 1
    const message = missed.length === 0 ? say(language, 'benchMet') : say(language, 'benchMissed', { missed })
    return { exitCode, lines: [message], json: { date, ...benchJson(result, language), missed } }
  },
}
