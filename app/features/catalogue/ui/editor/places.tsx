import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import type { Kept } from '#app/ui/field.tsx'
import ui from '#app/ui/field.module.css'
import { one } from '../../revising/listing-rows.ts'
import { chineseRegions, countryCodes, prefectures } from '../../territories.ts'
import { useSay } from './bilingual-field.tsx'

const NEAR = ['CN', 'JP', 'TH', 'VN', 'ID', 'MY', 'SG', 'IN', 'PH', 'KR', 'TW', 'US', 'DE']

interface Props {
  name: string
  kept: Kept
}

function Around({ name, label, kept, children }: Props & { label: string; children: React.ReactNode }) {
  const { t } = useTranslation('editor')
  const say = useSay()
  const error = kept.errors[name]?.[0]
  return (
    <div className={ui.field}>
      <label className={ui.label} htmlFor={name}>
        {label}
      </label>
      <select id={name} name={name} className={ui.input} defaultValue={one(kept.typed, name)} aria-invalid={error ? true : undefined} aria-describedby={error ? `${name}-error` : undefined}>
        <option value="">{t('choose')}</option>
        {children}
      </select>
      {error && (
        <p className={ui.error} id={`${name}-error`}>
          {say(error)}
        </p>
      )}
    </div>
  )
}

const namer: Partial<Record<Locale, Intl.DisplayNames>> = {}
const countryName = (code: string, locale: Locale) => (namer[locale] ??= new Intl.DisplayNames([locale], { type: 'region' })).of(code) ?? code

/** Countries: those most often meant first, then all. */
export function CountrySelect(props: Props) {
  const { t, i18n } = useTranslation(['editor', 'catalogue'])
  const locale = i18n.language as Locale
  const rest = countryCodes.filter((code) => !NEAR.includes(code)).map((code) => ({ code, name: countryName(code, locale) }))
  return (
    <Around {...props} label={t('parts.country')}>
      {NEAR.map((code) => (
        <option key={code} value={code}>
          {t(`catalogue:countries.${code}` as 'catalogue:countries.CN')}
        </option>
      ))}
      <optgroup label={t('otherCountries')}>
        {rest.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </optgroup>
    </Around>
  )
}

/** Provinces and prefectures; a region of another country that is stored already stays. */
export function RegionSelect(props: Props) {
  const { t } = useTranslation(['editor', 'catalogue'])
  const stored = one(props.kept.typed, props.name)
  const known = stored === '' || prefectures.includes(stored) || (chineseRegions as readonly string[]).includes(stored)
  return (
    <Around {...props} label={t('parts.region')}>
      {!known && <option value={stored}>{stored}</option>}
      <optgroup label={t('catalogue:countries.CN')}>
        {chineseRegions.map((code) => (
          <option key={code} value={code}>
            {t(`catalogue:regions.${code}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('catalogue:countries.JP')}>
        {prefectures.map((code) => (
          <option key={code} value={code}>
            {t(`catalogue:prefectures.${code}` as 'catalogue:prefectures.JP-01')}
          </option>
        ))}
      </optgroup>
    </Around>
  )
}
