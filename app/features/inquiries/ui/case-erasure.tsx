import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Case } from '../case.server.ts'
import { useReading } from './reading.ts'

/** That a case was erased, is to be, or is kept beyond its time; and the way to each. */
export function CaseErasure({ inquiry: { erasedAt, erasureAskedAt }, kept }: Pick<Case, 'inquiry' | 'kept'>) {
  const { t } = useTranslation('trust')
  const locale = useReading()
  if (erasedAt) {
    return (
      <Notice role="status">
        <p>{t('case.erased', { at: formatDate(erasedAt, locale) })}</p>
      </Notice>
    )
  }
  return (
    <>
      {erasureAskedAt && (
        <Notice tone="harm">
          <p>{t('case.asked', { at: formatDate(erasureAskedAt, locale) })}</p>
        </Notice>
      )}
      {kept && (
        <Notice tone="waiting">
          <p>{t('case.kept', { at: formatDate(kept.at, locale), reason: kept.reason })}</p>
        </Notice>
      )}
    </>
  )
}

/** What may be done about it; only managers get through to keeping. */
export function ErasureLinks({ opened: { inquiry, kept }, href }: { opened: Case; href: string }) {
  const { t } = useTranslation('trust')
  if (inquiry.erasedAt) return null
  return (
    <>
      {!inquiry.erasureAskedAt && (
        <p>
          <a href={`${href}/erasure`}>{t('case.act')}</a>
        </p>
      )}
      <p>
        <a href={`${href}/keeping${kept ? '/ending' : ''}`}>{t(kept ? 'retention.letGo' : 'case.keep')}</a>
      </p>
    </>
  )
}
