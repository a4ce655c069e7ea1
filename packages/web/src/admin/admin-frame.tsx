import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { EmptyState, TelarIcon, useWorkspace, Waiting } from '@telar/ui'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { adminPages, adminPagesFor, type AdminPage } from './admin-pages.ts'
import classes from './admin-frame.module.css'

/** The pages of the administration that the reader may open, side by side; an address of another one says why not. */
export function AdminFrame() {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const { pathname } = useLocation()
  const pages = adminPagesFor(model.me.capabilities)
  const [first] = pages
  if (first !== undefined && isAt(pathname, '/admin')) return <Navigate to={first.to} replace />
  return (
    <div className={classes['root']}>
      {pages.length < 2 ? null : (
        <nav className={classes['pages']} aria-label={t('admin.title')}>
          {pages.map(({ to, title, icon }) => (
            <Link key={to} to={to} className={classes['page']} activeOptions={{ includeSearch: false }}>
              <TelarIcon name={icon} />
              {t(title)}
            </Link>
          ))}
        </nav>
      )}
      <div className={classes['content']}>
        {isRefused(pathname, pages) ? (
          <NotForYou />
        ) : (
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        )}
      </div>
    </div>
  )
}

/** At a page of the administration or below it. */
const isAt = (pathname: string, page: '/admin' | AdminPage['to']): boolean => {
  const place = pathname.replace(/\/+$/, '')
  return page === '/admin' ? place === page : place === page || place.startsWith(`${page}/`)
}

const isRefused = (pathname: string, pages: readonly AdminPage[]): boolean =>
  pages.length === 0 || adminPages.some((page) => isAt(pathname, page.to) && !pages.includes(page))

function NotForYou() {
  const { t } = useTranslation()
  return (
    <EmptyState icon="lock" title={t('admin.forbiddenTitle')}>
      {t('admin.forbidden')}
    </EmptyState>
  )
}
