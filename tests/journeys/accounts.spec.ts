import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterWhere } from '../support/letters.ts'

const words = {
  ja: {
    email: 'メールアドレス', password: 'パスワード', send: 'サインインする', out: 'サインアウト', wrong: '正しくありません', letters: '送信メール',
    invite: '担当者を招待', name: '氏名', language: '日本語', inviteSend: '招待メールを送る', new: '新しいパスワード', set: '設定してサインインする',
    start: '設定を始める', code: '6桁のコード', confirm: '確認して有効にする', next: '控えたので次へ進む', step: '確認コード', badCode: 'コードが正しくない',
    forgotten: 'パスワードをお忘れの方', ask: 'リンクを送る', asked: '受け付けました', change: 'パスワードを変更する', changed: 'パスワードを変更しました', reset: 'パスワードの再設定',
  },
  zh: {
    email: '邮箱', password: '密码', send: '登录', out: '退出登录', wrong: '不正确', letters: '发件箱',
    invite: '邀请人员', name: '姓名', language: '中文', inviteSend: '发送邀请邮件', new: '新密码', set: '设置密码并登录',
    start: '开始设置', code: '6位验证码', confirm: '验证并启用', next: '已保存，继续', step: '验证码', badCode: '验证码不正确',
    forgotten: '忘记密码', ask: '发送链接', asked: '申请已收到', change: '修改密码', changed: '密码已修改', reset: '重设密码',
  },
}

async function chooseSecret(page: Page, secret: string, button: string) {
  await page.locator('[name=password]').fill(secret)
  await page.locator('[name=passwordAgain]').fill(secret)
  await page.getByRole('button', { name: button, exact: true }).click()
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

test('somebody invited sets a password and the second step up, resets the password by letter, and signs in with a recovery code', async ({ page, language, signIn, someoneElse }, { project }) => {
  const say = words[language]
  const email = `newcomer-${project.name}@office.example`
  const letter = (title: RegExp) => letterWhere(dataDir(), (one) => Boolean(one.to?.some((to) => to.address === email) && title.test(one.subject ?? '')))
  await signIn('manager')
  await page.goto(`/${language}/desk/staff`)
  await page.getByRole('link', { name: say.invite }).click()
  await page.getByLabel(say.name).fill('新田')
  await page.getByLabel(say.email).fill(email)
  await page.getByLabel(say.language, { exact: true }).check()
  await page.getByRole('button', { name: say.inviteSend }).click()
  await expect(page.getByText(email)).toBeVisible()

  const newcomer = await someoneElse()
  await newcomer.goto((await letter(/招待|邀请/)).link!)
  await chooseSecret(newcomer, 'first long password', say.set)
  await expect(newcomer).toHaveURL(new RegExp(`/${language}/desk`))

  await newcomer.goto(`/${language}/account/security/two-step`)
  await newcomer.getByRole('button', { name: say.start }).click()
  await expect(newcomer.locator('main img')).toBeVisible()
  const key = /[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(await newcomer.locator('main').innerText())![0]
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  await newcomer.getByLabel(say.code).fill(app.generate())
  await newcomer.getByRole('button', { name: say.confirm }).click()
  const codes = await newcomer.locator('ol > li').allInnerTexts()
  expect(codes).toHaveLength(10)
  await newcomer.getByRole('link', { name: say.next }).click()
  await newcomer.getByRole('button', { name: say.out }).first().click()

  await newcomer.getByRole('link', { name: say.forgotten }).click()
  await newcomer.getByLabel(say.email).fill(email)
  await newcomer.getByRole('button', { name: say.ask }).click()
  await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText(say.asked)
  await newcomer.goto((await letter(new RegExp(`^${say.reset}$`))).link!)
  await chooseSecret(newcomer, 'second long password', say.change)
  await expect(newcomer.getByRole('status')).toContainText(say.changed)

  await newcomer.getByLabel(say.email).fill(email)
  await newcomer.getByLabel(say.password).fill('second long password')
  await newcomer.getByRole('button', { name: say.send, exact: true }).click()
  await expect(newcomer).toHaveURL(/account\/second-step/)
  // Nothing is open between the steps, and a code that was used is no use.
  await newcomer.getByLabel(say.step).fill(app.generate({ timestamp: Date.now() - 600_000 }))
  await newcomer.getByRole('button', { name: say.send, exact: true }).click()
  await expect(newcomer.getByText(say.badCode)).toBeVisible()
  await newcomer.getByLabel(say.step).fill(codes[4]!)
  await newcomer.getByRole('button', { name: say.send, exact: true }).click()
  await expect(newcomer).toHaveURL(new RegExp(`/${language}/desk`))
})

test('somebody of a firm arrives at the firm’s pages and finds the desk closed', async ({ page, language }) => {
  const say = words[language]
  await page.goto(`/${language}/account/sign-in?next=/${language}/desk/inquiries`)
  await page.getByLabel(say.email).fill('firm@demo.example')
  await page.getByLabel(say.password).fill('mihon-yangli-2026')
  await page.getByRole('button', { name: say.send, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/${language}/account$`))
  expect((await page.goto(`/${language}/desk/inquiries`))?.status()).toBe(403)
})
