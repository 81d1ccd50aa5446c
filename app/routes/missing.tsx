import { missing } from '#app/platform/request.server.ts'

export const loader = () => missing()
export const action = () => missing()

export default function Missing() {
  return null
}
