import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { ShareIcon } from './share-icons.tsx'
import { outward, waysOf, type SharedPage } from './share-links.ts'
import { useWeChat } from './wechat.tsx'
import styles from './share.module.css'

/** How to pass a public page on: plain links, nothing of other sites is loaded. `picture` leads to its poster or QR code. */
export function Share({ page, picture }: { page: SharedPage; picture: { href: string; poster: boolean } }) {
  const { t, i18n } = useTranslation('sharing')
  const weChat = useWeChat()
  const hasMenu = weChat !== null && weChat !== 'mini-program'
  return (
    <section className={styles.share} aria-labelledby="share-title">
      <h2 id="share-title">{t('title')}</h2>
      <ul className={styles.ways}>
        {hasMenu && (
          <li>
            <MenuPointer />
          </li>
        )}
        {waysOf[i18n.language as Locale].map((way) => (
          <li key={way}>
            {way === 'wechat' ? (
              <a href={picture.href} rel="nofollow" className={styles.way}>
                <ShareIcon name={hasMenu ? 'picture' : 'wechat'} />
                {t(!hasMenu ? 'ways.wechat' : picture.poster ? 'ways.poster' : 'ways.code')}
              </a>
            ) : (
              <a href={outward[way](page)} rel="external nofollow noopener" className={styles.way}>
                <ShareIcon name={way} />
                {t(`ways.${way}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
      <ShareAddress address={page.address} />
    </section>
  )
}

/** The address to be selected and copied; works without scripts everywhere. */
export function ShareAddress({ address }: { address: string }) {
  const { t } = useTranslation('sharing')
  return (
    <p className={styles.address}>
      <label htmlFor="share-address">{t('copy')}</label>
      <input id="share-address" type="text" readOnly value={address} />
    </p>
  )
}

/**
 * Inside WeChat only its own menu passes a page on: a sheet over the page points at it. It opens and closes without a script
 * and without touching the address, which is what the menu passes on.
 */
function MenuPointer() {
  const { t } = useTranslation('sharing')
  const weChat = useWeChat()
  return (
    <details className={styles.pointer}>
      <summary className={styles.way}>
        <ShareIcon name="wechat" />
        <span>{t('ways.menu')}</span>
        <b>{t('menu.close')}</b>
      </summary>
      <div className={styles.sheet}>
        <svg viewBox="0 0 120 100" width="120" height="100" aria-hidden="true">
          <path d="M10 92C20 50 55 25 104 14M84 6l22 7-13 19" />
        </svg>
        <p>{t('menu.where')}</p>
        <p>{t(weChat === 'wecom' ? 'menu.wecom' : 'menu.wechat')}</p>
      </div>
    </details>
  )
}
