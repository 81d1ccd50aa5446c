import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { Held } from '../../tables/holding.server.ts'

const SHOWN = 30

/** The way back from a committed table; what cannot be taken back is named, with what holds it. */
export function Undoing({ href, home, entered: { n, held } }: { href: string; home: string; entered: { n: number; held: Held[] } }) {
  const { t, i18n } = useTranslation('projectdesk')
  const free = n - held.length
  return (
    <>
      {held.length > 0 && (
        <Notice tone="waiting">
          <p>{t('import.heldLead', { n: held.length })}</p>
          <ul>
            {held.slice(0, SHOWN).map(({ id, title, by }) => (
              <li key={id}>
                <a href={`${home}/${id}`}>{named(title, i18n.language as Locale).text}</a>：{by.map((hold) => t(`import.holds.${hold}`)).join('、')}
              </li>
            ))}
          </ul>
          {held.length > SHOWN && <p>{t('import.heldMore', { n: held.length - SHOWN })}</p>}
        </Notice>
      )}
      {free > 0 && (
        <form method="post" action={`${href}/undoing`}>
          <p>{t(held.length > 0 ? 'import.restLead' : 'import.undoLead')}</p>
          {held.length > 0 && <input type="hidden" name="rest" value="1" />}
          <Button tone="harm">{t(held.length > 0 ? 'import.undoRest' : 'import.undo', { n: free })}</Button>
        </form>
      )}
    </>
  )
}
