import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from './campaigns.module.css'

const acts = ['added', 'edited', 'undone', 'ended', 'reopened', 'removed', 'kept'] as const
/** Where an act is taken back. */
const undoing: Partial<Record<(typeof acts)[number], string>> = { added: 'removal', edited: 'undoing', ended: 'reopening', reopened: 'ending' }

/** What has just been done to a code, and the way back where there is one. */
export function Done({ done, href, code = '', edition }: { done: string | null; href?: string; code?: string; edition?: number }) {
  const { t } = useTranslation('campaigns')
  const act = acts.find((one) => one === done)
  if (!act) return null
  const back = undoing[act]
  return (
    <Notice tone={act === 'kept' ? 'waiting' : undefined} role="status">
      <div className={styles.undo}>
        <p>{t(`done.${act}`, { code })}</p>
        {back && href && (
          <form method="post" action={`${href}/${back}`}>
            <input type="hidden" name="edition" value={edition} />
            <Button tone="quiet" size="small">
              {t(act === 'added' ? 'show.remove' : 'done.undo')}
            </Button>
          </form>
        )}
      </div>
    </Notice>
  )
}
