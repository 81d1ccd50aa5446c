import { expect, test } from 'vitest'

test('behind HTTPS every cookie of an account is sent over HTTPS only', async () => {
  process.env.ORIGIN = 'https://databank.example'
  // Settings are read once, when they are first asked for.
  const { db } = await import('#db/index.ts')
  const { userByEmail } = await import('#app/features/accounts/data.server.ts')
  const { startSession } = await import('#app/features/accounts/lucia.server.ts')
  const { admit } = await import('#app/features/accounts/second-step.server.ts')
  const { signedInRequest } = await import('../../support/people.ts')
  const request = await signedInRequest('secure@office.example')
  const user = await userByEmail(db, 'secure@office.example')
  expect(await startSession(user!.id, request)).toMatch(/^session=[\w-]{43}; .*Secure/)
  const answer = await admit(request, user!, 'ja')
  expect(answer.headers.getSetCookie()).toHaveLength(1)
  expect(answer.headers.getSetCookie()[0]).toMatch(/^second-step=.*; HttpOnly; SameSite=Lax; .*Secure$/)
})
