import { roleForm } from '#app/features/accounts/form.ts'
import { staffAct } from '#app/features/accounts/staff-act.server.ts'
import { changeRole } from '#app/features/accounts/staffing.server.ts'

export const action = staffAct(roleForm, 'role', (tx, manager, id, { role }) => changeRole(tx, manager, id, role))
