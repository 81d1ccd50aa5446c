import Bowser from 'bowser'

const MOST = 300

/** Browser and system by name, for the owner's list of sessions: `Chrome · Windows`. Empty when the agent says nothing known. */
export function deviceInWords(userAgent: string | null): string {
  if (!userAgent) return ''
  const { browser, os } = Bowser.parse(userAgent.slice(0, MOST))
  return [browser.name, os.name].filter(Boolean).join(' · ')
}
