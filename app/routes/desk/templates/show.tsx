import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { editionForm } from '#app/features/inquiries/conversation/template-form.ts'
import { editTemplate, readTemplate } from '#app/features/inquiries/conversation/templates.server.ts'
import { useReading } from '#app/features/inquiries/ui/reading.ts'
import { TemplateFields } from '#app/features/inquiries/ui/template-fields.tsx'
import styles from '#app/features/inquiries/ui/templates.module.css'
import { formData, readForm, typedOf } from '#app/platform/form.server.ts'
import { formatTime, htmlLang, isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Written } from '#app/ui/written.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const template = (await readTemplate(db, params.id ?? '')) ?? missing()
  return { list: `/${locale}/desk/templates`, template }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const template = (await readTemplate(db, params.id ?? '')) ?? missing()
  const read = await readForm(request, editionForm)
  if (!read.ok) return data({ kept: read, refused: null }, 400)
  const edited = await transact((tx) => editTemplate(tx, clerk, template.id, read.value.version, read.value))
  if (!edited.ok) return data({ kept: { errors: {}, typed: typedOf(await formData(request)) }, refused: edited.reason }, 409)
  return redirect(`/${locale}/desk/templates/${template.id}`)
}

export default function Template() {
  const { t } = useTranslation('conversation')
  const locale = useReading()
  const { list, template } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const [now, ...earlier] = template.versions
  const href = `${list}/${template.id}`
  return (
    <Sheet title={now?.title ?? ''} lead={`${t(`templates.use.${template.use}`)} / ${t(`languages.${isLocale(template.locale) ? template.locale : 'ja'}`)}`} back={{ href: list, label: t('templates.title') }}>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t('templates.changed')}</p>
        </Notice>
      )}
      {template.disabledAt && (
        <Notice tone="waiting">
          <p>{t('templates.offText')}</p>
        </Notice>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="version" value={template.version} />
        <TemplateFields lang={isLocale(template.locale) ? htmlLang[template.locale] : undefined} title={now?.title ?? ''} body={now?.body ?? ''} kept={refused?.kept} />
        <Button>{t('templates.save')}</Button>
      </form>
      <form className={styles.offering} method="post" action={`${href}/${template.disabledAt ? 'enabling' : 'disabling'}`}>
        <Button tone="quiet">{t(template.disabledAt ? 'templates.enable' : 'templates.disable')}</Button>
      </form>
      {earlier.length > 0 && <h2>{t('templates.earlier')}</h2>}
      {earlier.map((version) => (
        <figure key={version.version} className={styles.version}>
          <figcaption>
            {t('templates.version', { n: version.version })} · {formatTime(version.at, locale)} · <Written text={version.title} />
          </figcaption>
          <p>
            <Written text={version.body} />
          </p>
        </figure>
      ))}
    </Sheet>
  )
}
