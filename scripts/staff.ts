/** `npm run staff -- add EMAIL ROLE [NAME] | list | link EMAIL | disable EMAIL | enable EMAIL` */
process.env.SEED = 'none'
const { close, db, transact } = await import('#db/index.ts')
const { prepareDatabase } = await import('#db/prepare.ts')
const { listStaff, stateOf, userByEmail } = await import('#app/features/accounts/data.server.ts')
const { staffForm } = await import('#app/features/accounts/form.ts')
const { addStaff, disableUser, enableUser, openActivation } = await import('#app/features/accounts/mutations.server.ts')
const { env } = await import('#app/platform/env.server.ts')

const USAGE = `Usage:
  npm run staff -- add EMAIL ROLE [NAME]   ROLE is secretary or manager; prints a one-time link
  npm run staff -- list
  npm run staff -- link EMAIL              a new one-time link, e.g. for a forgotten password
  npm run staff -- disable EMAIL
  npm run staff -- enable EMAIL`

const STATES = { disabled: 'disabled', demo: 'demo password', active: 'active', waiting: 'waits for its link' }

class Refusal extends Error {}

function tellLink(email: string, token: string) {
  console.log(`One-time link for ${email}, valid for 72 hours:\n${env.originOf.ja}/ja/account/activation/${token}`)
}

async function existing(email: string) {
  const user = await userByEmail(db, email)
  if (!user) throw new Refusal(`There is no account for ${email}.`)
  return user
}

async function run([command, email = '', role, ...name]: string[]): Promise<void> {
  if (command === 'list') {
    for (const user of await listStaff(db)) {
      console.log([user.email, user.role, user.name, STATES[stateOf(user)], user.totpSince ? 'two steps' : 'password only'].join('\t'))
    }
  } else if (command === 'add' && role) {
    const staff = staffForm.safeParse({ email, role, name: name.join(' ') || email.split('@')[0] })
    if (!staff.success) throw new Refusal(staff.error.issues[0]!.message)
    const added = await transact((tx) => addStaff(tx, staff.data))
    if (!added.ok) throw new Refusal(`${staff.data.email} has an account already; "link" makes a new link for it.`)
    tellLink(staff.data.email, added.token)
  } else if (command === 'link' && email) {
    const user = await existing(email)
    if (user.disabledAt) throw new Refusal(`The account of ${user.email} is disabled.`)
    tellLink(user.email, await transact((tx) => openActivation(tx, user.id)))
  } else if (command === 'disable' && email) {
    const user = await existing(email)
    const done = await transact((tx) => disableUser(tx, user.id))
    console.log(done ? `${user.email} is disabled and signed out.` : `${user.email} was disabled already.`)
  } else if (command === 'enable' && email) {
    const user = await existing(email)
    const done = await transact((tx) => enableUser(tx, user.id))
    console.log(done ? `${user.email} may sign in again.` : `${user.email} was not disabled.`)
  } else {
    throw new Refusal(USAGE)
  }
}

try {
  await prepareDatabase()
  await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exitCode = 1
} finally {
  await close()
}

export {}
