import type { Context } from 'hono'
import type { Administration } from '../access/administration.ts'
import { doerOf } from '../auth/index.ts'
import type { Services } from '../services.ts'
import type { WorkspaceEnv } from './surface.ts'

/** Runs an act of administration as whoever sends the request. */
export const administer = <Result>(
  services: Services,
  context: Context<WorkspaceEnv>,
  work: (administration: Administration) => Promise<Result>,
): Promise<Result> => {
  const { perform, principal, who, snapshot } = context.var.request
  const { auth, access } = services
  const plain: Context = context
  return perform((caller) =>
    work({
      caller,
      auth,
      doer: doerOf(auth, plain, principal.id),
      signIn: doerOf(auth, plain, who.userId),
      forget: () => access.forget(snapshot.workspace.id),
    }),
  )
}
