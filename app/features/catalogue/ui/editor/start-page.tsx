import { useTranslation } from 'react-i18next'
import { htmlLang, i18nOf, locales } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField, type Kept } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { Field } from '../../naming.ts'
import { useSay } from './bilingual-field.tsx'
import { FieldSelects } from './field-selects.tsx'
import styles from './editor.module.css'

/** The least a listing begins with: a name in one language, and where it belongs. */
export function StartPage({ fields, kept, back, firm }: { fields: Field[]; kept: Kept; back: string; firm: string | null }) {
  const { t } = useTranslation('editor')
  const say = useSay()
  return (
    <Sheet title={t('start.title')} lead={firm ? t('start.forFirm', { firm }) : t('start.lead')} back={{ href: back }}>
      <form method="post" noValidate>
        {locales.map((language) => (
          <TextField key={language} name={`name.${language}`} label={t(`start.name.${language}`)} lang={htmlLang[language]} kept={kept} say={say} hint={<span lang={htmlLang[language]}>{i18nOf[language].t('editor:example', { text: i18nOf[language].t('editor:examples.name') })}</span>} />
        ))}
        <h2 className={styles.sub}>{t('fields.fields.label')}</h2>
        <p className={styles.hint}>{t('fields.fields.hint')}</p>
        <FieldSelects fields={fields} kept={kept} />
        <Button wide>{t('start.send')}</Button>
      </form>
      <p className={styles.hint}>{t('start.after')}</p>
    </Sheet>
  )
}
