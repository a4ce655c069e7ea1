import { createSpotlight } from '@mantine/spotlight'

/** One palette for the whole application, opened from anywhere. */
export const [paletteStore, palette] = createSpotlight()

/** Makes the first entry the one that Enter runs: who types and presses Enter means the best hit. */
export const selectFirst = (): void => {
  const list = document.querySelector(`#${CSS.escape(paletteStore.getState().listId)}`)
  const [first] = list?.querySelectorAll('[data-action]') ?? []
  for (const selected of list?.querySelectorAll('[data-selected]') ?? []) selected.removeAttribute('data-selected')
  first?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: first === undefined ? -1 : 0 }))
}
