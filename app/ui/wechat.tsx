import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeChat } from '#app/platform/wechat.ts'
import { Notice } from './notice.tsx'

/** The app of Tencent's that a page is read in, as far as its user agent tells; null in a browser. */
export const WeChatContext = createContext<WeChat | null>(null)
export const useWeChat = () => useContext(WeChatContext)

/** Stands where files are offered: inside WeChat they cannot be downloaded, and whoever taps in vain is told nothing. */
export function DownloadHint() {
  const { t } = useTranslation('sharing')
  return useWeChat() ? (
    <Notice>
      <p>{t('download')}</p>
    </Notice>
  ) : null
}
