import { bareForm } from '#app/features/accounts/form.ts'
import { staffAct } from '#app/features/accounts/staff-act.server.ts'
import { disableStaff } from '#app/features/accounts/staffing.server.ts'

export const action = staffAct(bareForm, 'disabled', disableStaff)
