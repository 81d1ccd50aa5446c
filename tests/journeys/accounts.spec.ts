import { expect, test } from '../support/journey.ts'

const words = {
  ja: { email: 'メールアドレス', password: 'パスワード', send: 'サインインする', out: 'サインアウト', wrong: '正しくありません', letters: '送信メール' },
  zh: { email: '邮箱', password: '密码', send: '登录', out: '退出登录', wrong: '不正确', letters: '发件箱' },
}

test('a secretary is asked to sign in, arrives where they were going, and signs out', async ({ page, language }) => {
  const say = words[language]
  await page.goto(`/${language}/desk/letters`)
  await expect(page).toHaveURL(/account\/sign-in\?next=/)
  await page.getByLabel(say.email).fill('secretary@demo.example')
  await page.getByLabel(say.password).fill('not the password')
  await page.getByRole('button', { name: say.send, exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(say.wrong)
  await expect(page.getByLabel(say.email)).toHaveValue('secretary@demo.example')

  await page.getByLabel(say.password).fill('mihon-yangli-2026')
  await page.getByRole('button', { name: say.send, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/${language}/desk/letters$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.letters)
  await expect(page.getByText('secretary@demo.example')).toBeVisible()

  await page.getByRole('button', { name: say.out }).click()
  await page.goto(`/${language}/desk/letters`)
  await expect(page).toHaveURL(/account\/sign-in/)
})
