import type { Page } from '@playwright/test'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterTo } from '../support/letters.ts'

const words = {
  ja: {
    nameJa: '名称（日本語）', reading: '名称のよみがな', site: '公式サイト', person: 'お名前', email: 'メールアドレス', password: 'パスワード', again: 'パスワード（確認のためもう一度）', agreed: '同意します',
    send: '登録を申し込む', sent: 'メールをお送りしました', readings: 'ひらがなまたはカタカナ', confirm: '確認して申し込みを完了する', confirmed: '申し込みを受け付けました', gone: 'このリンクは使えません',
    signIn: 'サインインする', checking: '事務局が確認しています', approve: '新しい企業として承認', approved: '承認する', twin: '同じドメイン', people: '担当者', company: '登録先の企業',
  },
  zh: {
    nameJa: '名称（日文）', reading: '名称假名读音', site: '官方网站', person: '姓名', email: '邮箱', password: '密码', again: '再次输入密码', agreed: '我已阅读以上说明',
    send: '提交登记', sent: '邮件已发出', readings: '请用日文假名填写', confirm: '确认并完成申请', confirmed: '申请已受理', gone: '该链接无法使用',
    signIn: '登录', checking: '秘书处正在审核', approve: '作为新企业通过', approved: '通过', twin: '与官网域名一致', people: '人员', company: '所入企业',
  },
}
const password = 'kasane kasane no mori'

async function signInAs(page: Page, say: (typeof words)['ja'], email: string) {
  await page.getByLabel(say.email).fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: say.signIn, exact: true }).click()
}

test('a firm asks to join, confirms, waits, is approved and gets its rooms', async ({ page, language, someoneElse, signIn }, { project }) => {
  const say = words[language]
  const firm = `旅路工業${project.name.replace(/\W/g, '')}株式会社`
  const email = `tabi@${project.name}.example`
  const applicant = await someoneElse()
  await applicant.goto(`/${language}`)
  await applicant.locator('footer').getByRole('link', { name: language === 'ja' ? '企業・団体の掲載登録' : '日本企业入驻登记' }).click()
  const field = (label: string) => applicant.getByLabel(new RegExp(`^${label.replace(/[（）]/g, '.')}`)).first()
  await field(say.nameJa).fill(firm)
  await field(say.reading).fill('旅路工業')
  await applicant.getByLabel(say.site).fill(`www.${project.name}.example`)
  await field(say.person).fill('旅路 始')
  await field(say.email).fill(email)
  await applicant.locator('input[name=password]').fill(password)
  await applicant.getByLabel(say.again).fill(password)
  await applicant.getByLabel(say.agreed).check()
  await applicant.getByRole('button', { name: say.send }).click()
  await expect(applicant.getByText(say.readings)).toBeVisible()
  await expect(field(say.nameJa)).toHaveValue(firm)
  await field(say.reading).fill('たびじこうぎょう')
  await applicant.locator('input[name=password]').fill(password)
  await applicant.getByLabel(say.again).fill(password)
  await applicant.getByRole('button', { name: say.send }).click()
  await expect(applicant.getByRole('heading', { level: 1 })).toHaveText(say.sent)

  const { link } = await letterTo(dataDir(), email)
  await applicant.goto(link!)
  await expect(applicant.getByText(firm)).toBeVisible()
  await applicant.getByRole('button', { name: say.confirm }).click()
  await expect(applicant.getByRole('heading', { level: 1 })).toHaveText(say.confirmed)
  const again = await someoneElse()
  expect((await again.goto(link!))?.status()).toBe(410)
  await expect(again.getByRole('heading', { level: 1 })).toHaveText(say.gone)

  await applicant.getByRole('main').getByRole('link').click()
  await signInAs(applicant, say, email)
  await expect(applicant.getByText(say.checking)).toBeVisible()
  await applicant.goto(`/${language}/account/people`)
  await expect(applicant).toHaveURL(new RegExp(`/${language}/account/waiting$`))

  await signIn('secretary')
  await page.goto(`/${language}/desk/joinings`)
  await page.getByRole('link', { name: firm }).click()
  await expect(page.getByText(say.twin)).toBeVisible()
  await expect(page.getByText(email)).toHaveCount(0)
  await page.getByRole('link', { name: say.approve }).click()
  await page.getByRole('button', { name: say.approved, exact: true }).click()
  await expect(page.getByRole('link', { name: say.company })).toBeVisible()

  await applicant.goto(`/${language}/account/people`)
  await expect(applicant.getByRole('heading', { level: 1 })).toHaveText(say.people)
  await expect(applicant.getByText(email).first()).toBeVisible()
})
