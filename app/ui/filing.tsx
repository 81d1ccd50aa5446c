import { useRouteLoaderData } from '@remix-run/react'
import type { SiteFacts } from '#app/platform/head.ts'
import styles from './public-frame.module.css'

/** The filing numbers of the host that was asked for: mainland law wants them at the foot, leading to the registers. */
export function Filing() {
  const filing = useRouteLoaderData<() => SiteFacts>('root')?.filing
  if (!filing?.icp && !filing?.psb) return null
  return (
    <p className={styles.filing} lang="zh-Hans">
      {filing.icp && (
        <a href="https://beian.miit.gov.cn/" rel="external nofollow noopener">
          {filing.icp}
        </a>
      )}
      {filing.psb && (
        <a href={`https://beian.mps.gov.cn/#/query/webSearch?code=${/\d+/.exec(filing.psb)?.[0] ?? ''}`} rel="external nofollow noopener">
          {filing.psb}
        </a>
      )}
    </p>
  )
}
