import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { AccountState, User } from '../data.server.ts'
import styles from './staff.module.css'

export type StaffDone = 'invited' | 'role' | 'link' | 'disabled' | 'enabled' | 'second'
export type StaffRefused = 'self' | 'last-manager' | 'gone'

interface StaffProps {
  person: Pick<User, 'id' | 'name' | 'email' | 'office'> & { role: 'secretary' | 'manager'; state: AccountState; twoStep: boolean; since: string; you: boolean }
  done: StaffDone | null
  refused: StaffRefused | null
}

/** One person of the office, and what a manager may do about the account. */
export function StaffPage({ person, done, refused }: StaffProps) {
  const { t, i18n } = useTranslation(['security', 'accounts'])
  const list = `/${i18n.language}/desk/staff`
  const home = `${list}/${person.id}`
  const rows: [string, ReactNode][] = [
    [t('staff.email'), person.email],
    [t('staff.role'), t(`accounts:roles.${person.role}`)],
    [t('staff.office'), t(`staff.offices.${person.office ?? 'none'}`)],
    [t('staff.state'), t(`staff.states.${person.state}`)],
    [t('staff.twoStep'), t(person.twoStep ? 'staff.on' : 'staff.off')],
    [t('staff.since'), person.since],
  ]
  return (
    <Sheet title={person.name} back={{ href: list, label: t('staff.back') }}>
      {done && <Notice role="status">{t(`staff.done.${done}`)}</Notice>}
      {refused && (
        <Notice tone="harm" role="alert">
          {t(`staff.refused.${refused}`)}
        </Notice>
      )}
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {person.you ? <p>{t('staff.self')}</p> : <Acts home={home} {...person} />}
    </Sheet>
  )
}

function Acts({ home, role, state, twoStep }: { home: string; role: 'secretary' | 'manager'; state: AccountState; twoStep: boolean }) {
  const { t } = useTranslation(['security', 'accounts'])
  if (state === 'disabled') {
    return (
      <Part title={t('staff.enableTitle')} text={t('staff.enableText')}>
        <form method="post" action={`${home}/enabling`}>
          <Button>{t('staff.enableSend')}</Button>
        </form>
      </Part>
    )
  }
  const roles = (['secretary', 'manager'] as const).map((value) => ({ value, label: t(`accounts:roles.${value}`) }))
  return (
    <>
      <Part title={t('staff.changeRole')}>
        <form method="post" action={`${home}/role`}>
          <Choices name="role" label={t('staff.role')} hint={t('staff.roleHint')} options={roles} chosen={role} />
          <Button tone="quiet">{t('staff.changeRole')}</Button>
        </form>
      </Part>
      <Part title={t('staff.linkTitle')} text={t('staff.linkText')}>
        <form method="post" action={`${home}/link`}>
          <Button tone="quiet">{t('staff.linkSend')}</Button>
        </form>
      </Part>
      {twoStep && (
        <Part title={t('staff.secondTitle')} text={t('staff.secondText')}>
          <LinkButton tone="harm" href={`${home}/second-step`}>
            {t('staff.secondLink')}
          </LinkButton>
        </Part>
      )}
      <Part title={t('staff.disableTitle')} text={t('staff.disableText')}>
        <form method="post" action={`${home}/disabling`}>
          <Button tone="harm">{t('staff.disableSend')}</Button>
        </form>
      </Part>
    </>
  )
}

function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </section>
  )
}
