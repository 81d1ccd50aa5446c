import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { useForeign } from '#app/ui/written.tsx'
import type { NotAssigned } from '../inbox/assigning.server.ts'
import { offices } from '../inbox/filter.ts'
import styles from './inbox-page.module.css'

export interface Colleague {
  id: string
  name: string
  office: string | null
}
export interface AssignOutcome {
  trouble: 'choose' | 'gone' | null
  done: number
  refused: { reason: NotAssigned; tickets: string[] }[]
  /** what was ticked when it was refused */
  picked: string[]
  owner: string
  office: string
}

/** Whom the ticked cases go to. Nobody else's are a secretary's to give. */
export function AssignBar({ staff, me, outcome }: { staff: readonly Colleague[]; me: { id: string; manager: boolean }; outcome: AssignOutcome | null }) {
  const { t } = useTranslation(['inbox', 'casework'])
  const foreign = useForeign()
  return (
    <div className={styles.assign} role="group" aria-labelledby="assign">
      <div className={styles.line}>
        <strong id="assign">{t('assign.title')}</strong>
        <label>
          {t('assign.owner')}
          <select name="owner" defaultValue={outcome?.owner ?? ''}>
            <option value="">{t('assign.keep')}</option>
            {staff.map(({ id, name }) => (
              <option key={id} value={id} lang={foreign(name)}>
                {id === me.id ? `${name} (${t('me')})` : name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('assign.office')}
          <select name="office" defaultValue={outcome?.office ?? ''}>
            <option value="">{t('assign.keep')}</option>
            {offices.map((office) => (
              <option key={office} value={office}>
                {t(`casework:offices.${office}`)}
              </option>
            ))}
          </select>
        </label>
        <Button accessKey="a">{t('assign.send')}</Button>
      </div>
      <p className={styles.hint}>{t(me.manager ? 'assign.manager' : 'assign.secretary')}</p>
    </div>
  )
}
