import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Memory that a process holds now, in megabytes; undefined where the system does not tell. */
export const memoryOf = (pid: number): number | undefined => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  } catch {
    return fromPs(pid)
  }
}

const fromPs = (pid: number): number | undefined => {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
  } catch {
    return undefined
  }
}

/** Milliseconds of processor that a process has used so far; undefined where the system does not tell. */
export const processorOf = (pid: number): number | undefined => {
  try {
    // The name in brackets may hold anything; what counts stands behind it, in ticks of ten milliseconds.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return undefined
  }
}
