import { useTranslation } from 'react-i18next'

/** Words for the message keys of this domain's forms. */
export function useSay(): (key: string) => string {
  const { t } = useTranslation('joining')
  return (key) => t(`errors.${key as 'required'}`)
}
