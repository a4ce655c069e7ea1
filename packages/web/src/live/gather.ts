/** Collects what comes in quick succession and hands it on together, at most once in each pause. */
export const gather = <Item>(pause: number, hand: (items: readonly Item[]) => void) => {
  let waiting: Item[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    add: (item: Item) => {
      waiting.push(item)
      timer ??= setTimeout(() => {
        const items = waiting
        waiting = []
        timer = undefined
        hand(items)
      }, pause)
    },
    stop: () => clearTimeout(timer),
  }
}
