/** The known names that are spelled most alike, nearest first. */
export const nearestNames = (name: string, known: Iterable<string>, limit = 8): readonly string[] =>
  [...known]
    .map((candidate) => ({
      candidate,
      distance: distanceOf(name.slice(0, longest).toLowerCase(), candidate.slice(0, longest).toLowerCase()),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate)

/** Longer names are compared by their start: the time grows with the square. */
const longest = 40

/** How many letters must be added, dropped or changed (Levenshtein). */
const distanceOf = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const letter of a) {
    const next = [(row[0] ?? 0) + 1]
    for (const [index, other] of Array.from(b).entries()) {
      next.push(
        Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
