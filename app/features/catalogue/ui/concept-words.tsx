import { useTranslation } from 'react-i18next'
import { isLocale, type Locale } from '#app/platform/locale.ts'
import { LONGEST_WORD, MOST_WORDS, nameOf, tongues, type Tongue, type Words } from '../terms.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea, type Kept } from '#app/ui/field.tsx'
import type { Refusal } from '../terminology.server.ts'
import styles from './terminology.module.css'

/** What `lang` says of a word. */
const langOf = { ja: 'ja', zh: 'zh-Hans', en: 'en' } as const
export const tongueLang = (tongue: Tongue) => langOf[tongue]

export function useDesk(): { locale: Locale; desk: string } {
  const { i18n } = useTranslation()
  const locale = isLocale(i18n.language) ? i18n.language : 'ja'
  return { locale, desk: `/${locale}/desk/terminology` }
}

/** A concept by its name. */
export function ConceptName({ words }: { words: Words }) {
  const { text, lang } = nameOf(words, useDesk().locale)
  return <span lang={tongueLang(lang)}>{text}</span>
}

/** All words, language by language. */
export function WordList({ words }: { words: Words }) {
  const { t } = useTranslation('terminology')
  return (
    <dl className={styles.words}>
      {tongues.map((tongue) => (
        <div key={tongue}>
          <dt>{t(`tongue.${tongue}`)}</dt>
          <dd lang={tongueLang(tongue)}>{words[tongue].join('、') || '—'}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The three lists of a concept, one word a line, side by side where there is room. */
export function WordFields({ words, kept, refusal }: { words: Words; kept: Kept | undefined; refusal: Refusal | undefined }) {
  const { t } = useTranslation('terminology')
  const sentence = useSentence()
  return (
    <>
      <p className={styles.hint}>
        {t('form.hint', { longest: LONGEST_WORD, most: MOST_WORDS })} {t('form.folding')}
      </p>
      <div className={styles.columns}>
        {tongues.map((tongue) => (
          <TextArea key={tongue} name={tongue} label={t(`tongue.${tongue}`)} lang={tongueLang(tongue)} rows={9} spellCheck={false} autoComplete="off" defaultValue={words[tongue].join('\n')} kept={kept} say={() => (refusal ? sentence(refusal) : '')} />
        ))}
      </div>
      <p className={styles.hint}>{t('form.notice')}</p>
    </>
  )
}

function useSentence() {
  const { t } = useTranslation('terminology')
  return (refusal: Refusal): string => {
    const tongue = 'tongue' in refusal ? t(`tongue.${refusal.tongue}`) : ''
    const word = 'word' in refusal ? refusal.word : ''
    return t(`refused.${refusal.reason}`, { tongue, word, longest: LONGEST_WORD, most: MOST_WORDS })
  }
}

/**
 * Why an edit was not made.
 * @param now the words as they are now, for somebody whose own were typed over older ones; without it, a plain act
 */
export function EditRefusal({ refusal, now }: { refusal: Refusal | undefined; now?: Words }) {
  const { t } = useTranslation('terminology')
  const { locale, desk } = useDesk()
  const sentence = useSentence()
  if (!refusal) return null
  const isLate = refusal.reason === 'changed-meanwhile'
  return (
    <Notice tone={isLate ? 'waiting' : 'harm'} role="alert">
      <p>{isLate && !now ? t('refused.moved') : sentence(refusal)}</p>
      {refusal.reason === 'taken' && (
        <p>
          <a className={styles.act} href={`${desk}/${refusal.owner.id}`}>
            {t('refused.owner', { name: nameOf(refusal.owner, locale).text })}
          </a>
        </p>
      )}
      {isLate && now && <WordList words={now} />}
    </Notice>
  )
}
