import { partyStep } from '#app/features/projects/surveys/party-step.server.ts'

export { default, headers, loader, meta } from './step.tsx'
export const action = partyStep(true)
