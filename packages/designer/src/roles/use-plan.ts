import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ChangesetPlan, isTelarError } from '@telar/client'
import { toast, useWorkspace } from '@telar/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface PlanOptions {
  readonly title: string
  readonly documents: Readonly<Record<string, string | null>>
  /** What is said once it is published. */
  readonly done: string
  readonly onPlan: ((plan: ChangesetPlan) => void) | undefined
  readonly onPublished: () => void
  readonly onClose: () => void
}

/** A change set of these documents: opened, planned, published; thrown away where it is left. */
export const usePlan = ({ title, documents, done, onPlan, onPublished, onClose }: PlanOptions) => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const queries = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const made = useRef<string>(undefined)
  const told = useRef(onPlan)
  const plan = useQuery({
    queryKey: ['plan', client.slug, key],
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      const id = made.current ?? (await client.changesets.open(title))
      made.current = id
      await client.changesets.put(id, documents)
      return client.changesets.plan(id)
    },
  })
  const { data } = plan
  useEffect(() => {
    if (data !== undefined) told.current?.(data)
  }, [data])
  const publish = useMutation({
    mutationFn: async (message: string) => {
      if (made.current === undefined || data === undefined) return
      await client.changesets.publish(made.current, message.trim() || title, data.version)
    },
    onSuccess: async () => {
      toast({ message: done })
      await Promise.all(
        ['roles', 'admin', 'model', 'rights'].map((name) =>
          queries.invalidateQueries({ queryKey: [name, client.slug] }),
        ),
      )
      onPublished()
      onClose()
    },
    onError: (error) =>
      toast({
        isError: true,
        message: isTelarError(error) ? (error.issues[0]?.message ?? error.message) : t('state.unexpected'),
      }),
  })
  const close = () => {
    if (made.current !== undefined) void client.changesets.discard(made.current).catch(() => undefined)
    onClose()
  }
  return { plan, publish, close }
}
