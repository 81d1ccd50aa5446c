import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './field.module.css'

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
          {props.hint}
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
  return (
    <Around name={name} hint={hint} message={message} label={<Label id={name} need={input.required}>{label}</Label>}>
      <input id={name} name={name} {...input} required={undefined} aria-required={input.required} className={styles.input} aria-describedby={describedBy} aria-invalid={invalid} defaultValue={first(kept?.typed[name]) ?? input.defaultValue} />
    </Around>
  )
}

export function TextArea({ name, label, hint, kept, say, ...area }: Common & TextareaHTMLAttributes<HTMLTextAreaElement> & { name: string }) {
  const { message, describedBy, invalid } = useMessages(name, kept, say, hint)
  return (
    <Around name={name} hint={hint} message={message} label={<Label id={name} need={area.required}>{label}</Label>}>
      <textarea id={name} name={name} rows={5} {...area} required={undefined} aria-required={area.required} className={styles.input} aria-describedby={describedBy} aria-invalid={invalid} defaultValue={first(kept?.typed[name]) ?? area.defaultValue} />
    </Around>
  )
}

export interface Option {
  value: string
  label: ReactNode
}

export function Select({ name, label, hint, kept, say, options, empty, ...select }: Common & SelectHTMLAttributes<HTMLSelectElement> & { name: string; options: Option[]; empty?: string }) {
  const { message, describedBy, invalid } = useMessages(name, kept, say, hint)
  return (
    <Around name={name} hint={hint} message={message} label={<Label id={name} need={select.required}>{label}</Label>}>
      <select id={name} name={name} {...select} required={undefined} aria-required={select.required} className={styles.input} aria-describedby={describedBy} aria-invalid={invalid} defaultValue={first(kept?.typed[name]) ?? select.defaultValue ?? ''}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
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
          {hint}
        </p>
      )}
      <div className={styles.inline}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input type={several ? 'checkbox' : 'radio'} name={name} value={option.value} defaultChecked={on.has(option.value)} />
            <span>{option.label}</span>
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
        <span>{label}</span>
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
