import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField, Tick, type Kept } from '#app/ui/field.tsx'
import { Button } from '#app/ui/button.tsx'
import { countRows, type RowMember } from '../../revising/listing-rows.ts'
import { useSay } from './bilingual-field.tsx'
import styles from './editor.module.css'

const MORE = 3

/** Repeated rows with blank ones to write into; their order is a number, taking one out is a tick. */
export function Rows({ member, kept, more, children }: { member: RowMember; kept: Kept; more: boolean; children: (row: string) => ReactNode }) {
  const { t } = useTranslation('editor')
  const say = useSay()
  const written = countRows(member, kept.typed)
  const total = written + (more ? MORE : 1)
  return (
    <>
      {kept.errors[member] && <p className={styles.wrong}>{say(kept.errors[member][0]!)}</p>}
      {Array.from({ length: total }, (_, at) => {
        const row = `${member}[${at}]`
        return (
          <fieldset key={at} id={`${member}-${at}`} className={styles.row}>
            <legend>
              {t(`rows.${member}`, { n: at + 1 })}
              {at >= written && <span className={styles.state}>{t('rows.blank')}</span>}
            </legend>
            {children(row)}
            {at < written && (
              <div className={styles.order}>
                <TextField name={`${row}.place`} label={t('rows.place')} inputMode="numeric" size={3} kept={kept} />
                <Tick name={`${row}.remove`} label={t('rows.remove')} kept={kept} />
              </div>
            )}
          </fieldset>
        )
      })}
      <Button tone="quiet" size="small" name="then" value={member}>
        {t('rows.add')}
      </Button>
    </>
  )
}
