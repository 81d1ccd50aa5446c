import { useTranslation } from 'react-i18next'
import { companyKinds, sizeBands } from '#db/schema/catalogue.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, Seal, Select, TextArea, TextField, Tick, Trap, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { prefectures } from '../../territories.ts'
import { useSay } from './saying.ts'
import styles from './joining.module.css'

/** A firm and its first person ask to be let in. */
export function JoiningForm({ seal, kept, language }: { seal: { _shown: string; _key: string }; kept: Kept | null; language: 'ja' | 'zh' }) {
  const { t } = useTranslation(['joining', 'catalogue', 'site'])
  const say = useSay()
  const shared = { kept, say }
  return (
    <form method="post" noValidate>
      <Seal seal={seal} />
      <Trap name="homepage" />
      <h2>{t('form.firm')}</h2>
      <TextField name="nameJa" label={t('form.nameJa')} hint={t('form.nameJaHint')} lang="ja" required maxLength={120} autoComplete="organization" {...shared} />
      <TextField name="reading" label={t('form.reading')} hint={t('form.readingHint')} lang="ja" required maxLength={120} autoComplete="off" {...shared} />
      <TextField name="nameZh" label={t('form.nameZh')} hint={t('form.nameZhHint')} lang="zh-Hans" maxLength={120} autoComplete="off" {...shared} />
      <TextField name="nameEn" label={t('form.nameEn')} lang="en" maxLength={120} autoComplete="off" {...shared} />
      <Choices name="kind" label={t('form.kind')} required chosen="company" options={companyKinds.map((kind) => ({ value: kind, label: t(`catalogue:companyKinds.${kind}`) }))} {...shared} />
      <div className={styles.pair}>
        <Select name="prefecture" label={t('form.prefecture')} empty={t('form.optional')} options={prefectures.map((code) => ({ value: code, label: t(`catalogue:prefectures.${code}` as 'catalogue:prefectures.JP-01') }))} {...shared} />
        <Select name="size" label={t('form.size')} empty={t('form.optional')} options={sizeBands.map((size) => ({ value: size, label: t(`catalogue:sizes.${size}`) }))} {...shared} />
      </div>
      <TextField name="site" type="url" inputMode="url" label={t('form.site')} maxLength={500} placeholder="https://" autoComplete="url" {...shared} />
      <TextField name="corporateNumber" inputMode="numeric" label={t('form.corporateNumber')} hint={t('form.corporateNumberHint')} maxLength={20} autoComplete="off" {...shared} />
      <h2>{t('form.you')}</h2>
      <p>{t('form.youHint')}</p>
      <TextField name="person" label={t('form.person')} required maxLength={60} autoComplete="name" {...shared} />
      <TextField name="department" label={t('form.department')} maxLength={120} autoComplete="organization-title" {...shared} />
      <TextField name="email" type="email" inputMode="email" label={t('form.email')} hint={t('form.emailHint')} required maxLength={254} autoComplete="username" {...shared} />
      <TextField name="password" type="password" label={t('form.password')} hint={t('form.passwordHint')} required maxLength={200} autoComplete="new-password" {...shared} />
      <TextField name="passwordAgain" type="password" label={t('form.again')} required maxLength={200} autoComplete="new-password" {...shared} />
      <Choices name="language" label={t('form.language')} required chosen={language} options={(['ja', 'zh'] as const).map((one) => ({ value: one, label: t(`form.languages.${one}`) }))} {...shared} />
      <TextArea name="message" label={t('form.message')} hint={t('form.messageHint')} rows={4} maxLength={2000} {...shared} />
      <Notice>
        <h2 className={styles.purpose}>{t('form.purposeTitle')}</h2>
        <p>{t('form.purpose')}</p>
        <p>
          <a href="privacy">{t('form.privacy')}</a>
        </p>
      </Notice>
      <Tick name="agreed" label={t('form.agreed')} {...shared} />
      <Button wide>{t('form.send')}</Button>
    </form>
  )
}
