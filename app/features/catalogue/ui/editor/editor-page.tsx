import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { sections } from '../../revising/sections.ts'
import { ConflictBox, type Conflict } from './conflict-box.tsx'
import { SectionFields, type SectionProps } from './sections.tsx'
import styles from './editor.module.css'

export interface EditorProps extends SectionProps {
  title: string
  home: string
  seen: string
  /** when and by whom the text was last stored; null: nothing was changed yet */
  saved: { at: string; name: string | null } | null
  conflict: Conflict | null
  /** the text is under review, or gone: nothing can be stored */
  shut: boolean
  done: boolean
}

const places = [...sections, 'images', 'documents'] as const

/** The pages of the editor: the text of a listing, then its files. */
export function EditorNav({ home, here }: { home: string; here: (typeof places)[number] }) {
  const { t } = useTranslation('editor')
  return (
    <nav className={styles.nav} aria-label={t('nav')}>
      {places.map((place, at) => (
        <a key={place} href={place === 'images' || place === 'documents' ? `${home}/${place}` : `${home}/edit/${place}`} aria-current={place === here ? 'page' : undefined}>
          <span className={styles.step}>{at + 1}</span> {t(`sections.${place}`)}
        </a>
      ))}
    </nav>
  )
}

/** Says when the draft was stored; the script keeps it up to date. */
export function SaveLine({ saved }: { saved: EditorProps['saved'] }) {
  const { t } = useTranslation('editor')
  return (
    <p className={styles.line} id="editor-status" role="status">
      {!saved ? t('save.untouched') : saved.name ? t('save.lastBy', saved as { at: string; name: string }) : t('save.last', { at: saved.at })}
    </p>
  )
}

/** Counts characters and keeps the draft while somebody writes. */
export const EditorScript = () => <script defer src="/editor.js" />

/** What the script says, in the reader's language. */
export function useScriptWords() {
  const { t } = useTranslation('editor')
  return {
    'data-saved': t('script.saved', { at: '%' }),
    'data-partly': t('script.partly', { at: '%' }),
    'data-unsaved': t('script.unsaved'),
    'data-offline': t('script.offline'),
    'data-conflict': t('script.conflict'),
    'data-out': t('script.out'),
  }
}

export function EditorPage({ title, home, section, seen, saved, conflict, shut, done, ...fields }: EditorProps) {
  const { t } = useTranslation('editor')
  const words = useScriptWords()
  const next = sections[sections.indexOf(section) + 1]
  const wrong = Object.keys(fields.kept.errors)
  return (
    <DeskPage title={title} actions={<a className={styles.act} href={home}>{t('toOverview')}</a>}>
      <EditorNav home={home} here={section} />
      {done && !conflict && wrong.length === 0 && (
        <Notice role="status">
          <p>{t('save.done')}</p>
        </Notice>
      )}
      {shut && (
        <Notice tone="harm" role="alert">
          <p>{t('shut')}</p>
          <p>
            <a href={home}>{t('toOverview')}</a>
          </p>
        </Notice>
      )}
      {wrong.length > 0 && (
        <Notice tone="harm" role="alert">
          <p>{t('wrong', { n: wrong.length })}</p>
          <ul>
            {wrong.map((name) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`}>{t(`fields.${/^\w+/.exec(name)?.[0] ?? ''}.label` as 'fields.name.label')}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={`${home}/edit/${section}`} className={styles.form} noValidate {...words} {...(conflict || shut ? {} : { 'data-autosave': `${home}/edit/${section}/autosave` })}>
        {/* What Enter in a field means: the first button of a form. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('save.send')}
        </button>
        <input type="hidden" name="seen" value={seen} />
        {conflict && <ConflictBox {...conflict} />}
        <SectionFields section={section} {...fields} />
        <div className={styles.bar}>
          <SaveLine saved={saved} />
          <div className={styles.buttons}>
            <LinkButton tone="quiet" href={`${home}/preview`}>
              {t('toPreview')}
            </LinkButton>
            <Button tone={conflict ? undefined! : 'quiet'}>{t(conflict ? 'conflict.send' : 'save.send')}</Button>
            {!conflict && (
              <Button name="then" value="next">
                {next ? t('save.next', { section: t(`sections.${next}`) }) : t('save.finish')}
              </Button>
            )}
          </div>
        </div>
      </form>
      <EditorScript />
    </DeskPage>
  )
}

const fieldId = (name: string) => (name === 'fields' ? 'fields-0' : name)
