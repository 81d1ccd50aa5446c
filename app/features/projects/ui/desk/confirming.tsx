import { useTranslation } from 'react-i18next'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DeskProject } from '../../desk/project.server.ts'
import styles from './desk.module.css'

/** How far both sides are with titles and parties: asked, agreed, remarked; any change of the text begins anew. */
export function Confirming({ title, href }: { title: NonNullable<DeskProject['title']>; href: string }) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  return (
    <section className={styles.part}>
      <h2>{t('confirming.title')}</h2>
      <p>{t('confirming.lead')}</p>
      {!title.complete && (
        <Notice tone="waiting">
          <p>{t('confirming.incomplete')}</p>
        </Notice>
      )}
      <Facts
        facts={title.sides.map(({ side, askedUntil, word, earlier }) => [
          t(`projects:sides.${side}`),
          <div key={side}>
            {word ? (
              <>
                <strong className={word.agreed ? undefined : styles.due}>{t(word.agreed ? 'confirming.agreed' : 'confirming.remarked')}</strong> {t(`confirming.how.${word.how}`)} · {formatTime(word.at, locale)}
                {word.remark && <p className={styles.word}>{word.remark}</p>}
              </>
            ) : (
              <span className={styles.due}>{t(earlier ? 'confirming.anew' : 'confirming.open')}</span>
            )}
            {askedUntil && !word && <small> {t('confirming.askedUntil', { at: formatTime(askedUntil, locale) })}</small>}
            <div className={styles.acts}>
              <form method="post" action={`${href}/sides/${side}/link`}>
                <Button size="small" tone="quiet">
                  {t(askedUntil ? 'confirming.again' : 'confirming.send')}
                </Button>
              </form>
              <a href={`${href}/sides/${side}/word`}>{t('confirming.told')}</a>
            </div>
          </div>,
        ])}
      />
    </section>
  )
}
