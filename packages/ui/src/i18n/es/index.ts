import type { Texts } from '../en/index.ts'
import { access } from './access.ts'
import { action } from './action.ts'
import { admin } from './admin.ts'
import { audit } from './audit.ts'
import { auth } from './auth.ts'
import { field } from './field.ts'
import { filter } from './filter.ts'
import { grid } from './grid.ts'
import { list } from './list.ts'
import { people } from './people.ts'
import { profile } from './profile.ts'
import { record } from './record.ts'
import { roles } from './roles.ts'
import { shell } from './shell.ts'
import { state } from './state.ts'
import { teams } from './teams.ts'
import { validation } from './validation.ts'

export const es: Texts = {
  access,
  action,
  admin,
  audit,
  auth,
  field,
  filter,
  grid,
  list,
  people,
  profile,
  record,
  roles,
  shell,
  state,
  teams,
  validation,
}
