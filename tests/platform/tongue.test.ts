import { expect, test } from 'vitest'
import { tongueOf } from '#app/platform/tongue.ts'

test('characters that only one language writes prove it', () => {
  expect(['排ガスの熱回収', '株式会社霧峰見本炉業', '気候', '髙橋', 'きりみね'].map(tongueOf)).toEqual(['ja', 'ja', 'ja', 'ja', 'ja'])
  expect(['节能', '样例轧钢有限公司', '雾峰样例炉业株式会社', '镍'].map(tongueOf)).toEqual(['zh', 'zh', 'zh', 'zh'])
})

test('what both write, or what mixes both, proves nothing', () => {
  expect(['山田', '工程部', 'ORC 100 kW', '', '東芝エネルギー / 摩氢科技'].map(tongueOf)).toEqual([null, null, null, null, null])
})
