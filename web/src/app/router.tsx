import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Failed, Loading } from '../ui/states.tsx'
import { NotFound } from './not-found.tsx'
import { parseSearch, type Search, stringifySearch } from './search.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
const validateSearch = (search: Record<string, unknown>): Search => search as Search

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../rooms/overview/index.tsx'), 'OverviewRoom'),
})
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch,
  component: lazyRouteComponent(() => import('../rooms/reader/reports.tsx'), 'ReportsPage'),
})
const reader = createRoute({
  getParentRoute: () => root,
  path: '/reports/$key',
  validateSearch,
  component: lazyRouteComponent(() => import('../rooms/reader/index.tsx'), 'ReaderRoom'),
})
const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch,
  component: lazyRouteComponent(() => import('../rooms/ledger/index.tsx'), 'LedgerRoom'),
})
const measures = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch,
  component: lazyRouteComponent(() => import('../rooms/compare/measures.tsx'), 'MeasuresPage'),
})
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare/$measure',
  validateSearch,
  component: lazyRouteComponent(() => import('../rooms/compare/index.tsx'), 'CompareRoom'),
})
const add = createRoute({
  getParentRoute: () => root,
  path: '/add',
  component: lazyRouteComponent(() => import('../rooms/add/index.tsx'), 'AddRoom'),
})

export const router = createRouter({
  routeTree: root.addChildren([overview, reports, reader, claims, measures, compare, add]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
