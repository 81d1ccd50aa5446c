import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './field.module.css'
import { useForeign, Written } from './written.tsx'

/** What a form knows about itself after a refusal; see `FormState` in platform/form.server.ts. */
export interface Kept {
  errors: Record<string, string[]>
  typed: Record<string, string | string[]>
}

interface Common {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** the refused form, to show its message and keep what was typed */
  kept?: Kept | null | undefined
  /** translates a message key of the shape */
  say?: (key: string) => string
}

/** Words may come from somebody who writes the other language. */
const said = (words: ReactNode) => (typeof words === 'string' ? <Written text={words} /> : words)
const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

function Label({ id, need, children }: { id: string; need?: boolean | undefined; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <label className={styles.label} htmlFor={id}>
      {children}
      {need && <span className={styles.need}>{t('form.required')}</span>}
    </label>
  )
}

function useMessages(name: string, kept: Kept | null | undefined, say: ((key: string) => string) | undefined, hint: ReactNode) {
  const { t } = useTranslation()
  const key = kept?.errors[name]?.[0]
  const message = key && (say ? say(key) : t(`form.errors.${key}` as 'form.errors.required'))
  const describedBy = [hint ? `${name}-hint` : '', message ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined
  return { message, describedBy, invalid: message ? true : undefined }
}

function Around(props: { name: string; hint?: ReactNode; message?: string | undefined; label: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.field}>
      {props.label}
      {props.hint && (
        <p className={styles.hint} id={`${props.name}-hint`}>
          {said(props.hint)}
        </p>
      )}
      {props.children}
      {props.message && (
        <p className={styles.error} id={`${props.name}-error`}>
          {props.message}
        </p>
      )}
    </div>
  )
}

export function TextField({ name, label, hint, kept, say, ...input }: Common & InputHTMLAttributes<HTMLInputElement> & { name: string }) {
  const { message, describedBy, invalid } = useMessages(name, kept, say, hint)
  const value = first(kept?.typed[name]) ?? input.defaultValue
  const lang = useForeign()(value)
  return (
    <Around name={name} hint={hint} message={message} label={<Label id={input.id ?? name} need={input.required}>{label}</Label>}>
      <input id={name} name={name} type="text" lang={lang} {...input} required={undefined} aria-required={input.required} className={styles.input} aria-describedby={describedBy} aria-invalid={invalid} defaultValue={value} />
    </Around>
  )
}

export function TextArea({ name, label, hint, kept, say, ...area }: Common & TextareaHTMLAttributes<HTMLTextAreaElement> & { name: string }) {
  const { message, describedBy, invalid } = useMessages(name, kept, say, hint)
  const value = first(kept?.typed[name]) ?? area.defaultValue
  const lang = useForeign()(value)
  return (
    <Around name={name} hint={hint} message={message} label={<Label id={area.id ?? name} need={area.required}>{label}</Label>}>
      <textarea id={name} name={name} rows={5} lang={lang} {...area} required={undefined} aria-required={area.required} className={styles.input} aria-describedby={describedBy} aria-invalid={invalid} defaultValue={value} />
    </Around>
  )
}

export interface Option {
  value: string
  label: ReactNode
  /** under which heading a select shows it; in `lang`, where that is not the reader's */
  group?: string
  lang?: string
}

function SelectOptions({ options }: { options: readonly Option[] }) {
  const foreign = useForeign()
  const groups = [...new Set(options.map(({ group }) => group))]
  const of = (group: string | undefined) =>
    options.filter((option) => option.group === group).map(({ value, label, lang }) => (
      <option key={value} value={value} lang={lang ?? foreign(label)}>
        {label}
      </option>
    ))
  return groups.map((group) => (group === undefined ? of(group) : <optgroup key={group} label={group}>{of(group)}</optgroup>))
}

export function Select({ name, label, hint, kept, say, options, empty, ...select }: Common & SelectHTMLAttributes<HTMLSelectElement> & { name: string; options: Option[]; empty?: string }) {
  const { message, describedBy, invalid } = useMessages(name, kept, say, hint)
  return (
    <Around name={name} hint={hint} message={message} label={<Label id={select.id ?? name} need={select.required}>{label}</Label>}>
      <select id={name} name={name} {...select} required={undefined} aria-required={select.required} className={styles.input} aria-describedby={describedBy} aria-invalid={invalid} defaultValue={first(kept?.typed[name]) ?? select.defaultValue ?? ''}>
        {empty !== undefined && <option value="">{empty}</option>}
        <SelectOptions options={options} />
      </select>
    </Around>
  )
}

/** Radio buttons, or checkboxes when `several`. */
export function Choices({ name, label, hint, kept, say, options, several, required, chosen }: Common & { options: Option[]; several?: boolean; required?: boolean; chosen?: string | string[] }) {
  const { t } = useTranslation()
  const { message, describedBy } = useMessages(name, kept, say, hint)
  const typed = kept ? (kept.typed[name] ?? []) : (chosen ?? [])
  const on = new Set(Array.isArray(typed) ? typed : [typed])
  return (
    <fieldset className={styles.field} aria-describedby={describedBy}>
      <legend className={styles.label}>
        {label}
        {required && <span className={styles.need}>{t('form.required')}</span>}
      </legend>
      {hint && (
        <p className={styles.hint} id={`${name}-hint`}>
          {said(hint)}
        </p>
      )}
      <div className={styles.inline}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input type={several ? 'checkbox' : 'radio'} name={name} value={option.value} defaultChecked={on.has(option.value)} />
            <span>{said(option.label)}</span>
          </label>
        ))}
      </div>
      {message && (
        <p className={styles.error} id={`${name}-error`}>
          {message}
        </p>
      )}
    </fieldset>
  )
}

/** One box to tick; never ticked beforehand unless it was. */
export function Tick({ name, label, kept, say }: Common) {
  const { message, describedBy, invalid } = useMessages(name, kept, say, null)
  return (
    <div className={styles.field}>
      <label className={styles.option}>
        <input type="checkbox" name={name} value="on" defaultChecked={first(kept?.typed[name]) === 'on'} aria-describedby={describedBy} aria-invalid={invalid} />
        <span>{said(label)}</span>
      </label>
      {message && (
        <p className={styles.error} id={`${name}-error`}>
          {message}
        </p>
      )}
    </div>
  )
}

/** A field no person sees; whoever fills it is a program. */
export function Trap({ name }: { name: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.trap} aria-hidden="true">
      <label>
        {t('form.leaveEmpty')}
        <input name={name} type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  )
}

/** Hidden fields of `formSeal()`. */
export function Seal({ seal }: { seal: { _shown: string; _key: string } }) {
  return (
    <>
      <input type="hidden" name="_shown" value={seal._shown} />
      <input type="hidden" name="_key" value={seal._key} />
    </>
  )
}
