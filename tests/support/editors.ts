import { requireEditor, type Editor } from '#app/features/accounts/gate.server.ts'
import { firmRequest, signedInRequest } from './people.ts'

/** Somebody of a firm, as the gate lets them write for it. */
export const editorOf = async (companyId: string, email = `editor@${companyId}.example`): Promise<Editor> => requireEditor(await firmRequest(email, companyId), 'ja', companyId)

/** Somebody of the office in a firm's place. */
export const officeFor = async (companyId: string): Promise<Editor> => requireEditor(await signedInRequest('inplace@office.example'), 'ja', companyId)
