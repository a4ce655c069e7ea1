import type { Page } from 'playwright-core'

/** Everything on a page that somebody reads or hears: texts, labels, placeholders, tooltips, the title. */
export const visibleTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said = [
      'aria-label',
      'title',
      'placeholder',
      'alt',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
    ]
    const texts = new Set<string>([document.title])
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (element === null || element.closest('script, style') !== null) continue
      if (!element.checkVisibility({ checkVisibilityCSS: true })) continue
      if (node instanceof Text) texts.add(node.data.trim())
      else for (const name of said) texts.add(element.getAttribute(name)?.trim() ?? '')
    }
    texts.delete('')
    return [...texts]
  })
