import { expect, test } from 'vitest'
import { weChatOf } from '#app/platform/wechat.ts'
import { weChatAgents } from '../support/wechat-agents.ts'

test('Tencent’s apps are told apart, and browsers from them', () => {
  expect(Object.fromEntries(Object.entries(weChatAgents).map(([name, agent]) => [name, weChatOf(agent)]))).toEqual({
    android: 'phone',
    ios: 'phone',
    wecom: 'wecom',
    windows: 'desktop',
    miniProgram: 'mini-program',
  })
  expect(weChatOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/6.8.0(0x16080000) MacWechat/3.8.7(0x13080711) XWEB/1191 Flue')).toBe('desktop')
  for (const browser of [null, undefined, '', 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1 Line/14.5.0'])
    expect(weChatOf(browser)).toBeNull()
})
