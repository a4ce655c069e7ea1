import { plainView, textOfValue } from './plain-view.tsx'

export const text = plainView(textOfValue)
