/** Where a page shows words of the other language without saying so. */
import type { Page } from '@playwright/test'
import { onlyIn } from '#app/platform/tongue.ts'

/** Words that Chinese prints as Japanese writes them. */
const UNCHANGED = /[栃埼潟]/g

/** Texts of the page that are written in the other language than their `lang` says. */
export const strayTexts = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ ja, zh, unchanged }) => {
      const foreign = { ja: new RegExp(zh), zh: new RegExp(ja) }
      const stray = new Set<string>()
      const mixes = (text: string) => new RegExp(ja).test(text) && new RegExp(zh).test(text)
      const look = (element: Element, text: string | null | undefined) => {
        // An option cannot mark a part of itself: where it names a body in both languages, it stays so.
        if (element.tagName === 'OPTION' && mixes(text ?? '')) return
        const lang = (element.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 2)
        if (text && (lang === 'ja' || lang === 'zh') && foreign[lang].test(text.replace(new RegExp(unchanged, 'g'), ''))) stray.add(`${element.tagName.toLowerCase()} in ${lang}: ${text.trim().slice(0, 40)}`)
      }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement!.closest('script, style')) look(node.parentElement!, node.nodeValue)
      for (const name of ['alt', 'title', 'aria-label', 'placeholder']) for (const element of document.querySelectorAll(`[${name}]`)) look(element, element.getAttribute(name))
      for (const element of document.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox])')) look(element, element.getAttribute('value'))
      return [...stray]
    },
    { ja: onlyIn().ja.source, zh: onlyIn().zh.source, unchanged: UNCHANGED.source },
  )
