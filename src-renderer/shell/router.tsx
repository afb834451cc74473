/** The places of the window and their addresses. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as z from 'zod';
import { letterKindSchema } from '../../src-main/contract/letter/kinds.ts';
import { loadPart } from '../data/load-part.ts';
import { Frame } from './frame.tsx';
import { registerFilterSchema } from '../features/register/register-filter.ts';
import { RegisterPage } from '../features/register/register-page.tsx';
import { t } from '../texts/de.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** The editor is large: the register shows before it is fetched. */
export const writingPages = () => loadPart(() => import('./writing-pages.tsx'));

const settingsPages = () => loadPart(() => import('../features/settings/settings-page.tsx'));

/** Kind of the letter, as the menu chose it. */
const letterSearchSchema = z.object({ art: letterKindSchema.optional().catch(undefined) });

const settingSearchSchema = z.object({ feld: z.string().max(100).optional().catch(undefined) });

const meetingSearchSchema = z.object({ sitzung: z.string().max(100).optional().catch(undefined) });

const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => <ProblemNotice sentence={t.errors.pageMissing} />,
  errorComponent: () => <ProblemNotice sentence={t.errors.crashed} />,
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router's own way to go elsewhere.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/register' });
  },
});
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: registerFilterSchema,
  component: RegisterPage,
});
const newPaper = createRoute({
  getParentRoute: () => root,
  path: '/eingang/neu',
  component: lazyRouteComponent(writingPages, 'NewPaperPage'),
});
const paper = createRoute({
  getParentRoute: () => root,
  path: '/eingang/$id',
  component: lazyRouteComponent(writingPages, 'PaperRoute'),
});
const statement = createRoute({
  getParentRoute: () => root,
  path: '/stellungnahme/$id',
  component: lazyRouteComponent(writingPages, 'StatementRoute'),
});

const issuePages = () => loadPart(() => import('./issue-routes.tsx'));
const issueSeveral = createRoute({
  getParentRoute: () => root,
  path: '/ausfertigen',
  component: lazyRouteComponent(issuePages, 'IssueSeveralPage'),
});
const issue = createRoute({
  getParentRoute: () => root,
  path: '/ausfertigen/$id',
  component: lazyRouteComponent(issuePages, 'IssuePage'),
});
const verify = createRoute({
  getParentRoute: () => root,
  path: '/pruefen',
  component: lazyRouteComponent(issuePages, 'VerifyPage'),
});
const dispatchPages = () => loadPart(() => import('./dispatch-routes.tsx'));
const pendingDispatch = createRoute({
  getParentRoute: () => root,
  path: '/versand',
  component: lazyRouteComponent(dispatchPages, 'PendingPage'),
});
const dispatch = createRoute({
  getParentRoute: () => root,
  path: '/versand/$ref',
  component: lazyRouteComponent(dispatchPages, 'DispatchPage'),
});
const letter = createRoute({
  getParentRoute: () => root,
  path: '/brief/$ref',
  validateSearch: letterSearchSchema,
  component: lazyRouteComponent(writingPages, 'LetterRoute'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/sitzungen',
  validateSearch: meetingSearchSchema,
  component: lazyRouteComponent(() => loadPart(() => import('../features/meetings/meetings-page.tsx')), 'MeetingsPage'),
});
const redaction = createRoute({
  getParentRoute: () => root,
  path: '/schwaerzen/$id',
  component: lazyRouteComponent(
    () => loadPart(() => import('../features/redaction/redaction-page.tsx')),
    'RedactionRoute',
  ),
});

const versions = createRoute({
  getParentRoute: () => root,
  path: '/fassungen/$id',
  component: lazyRouteComponent(
    () => loadPart(() => import('../features/versions/versions-page.tsx')),
    'VersionsRoute',
  ),
});

const bin = createRoute({
  getParentRoute: () => root,
  path: '/papierkorb',
  component: lazyRouteComponent(() => import('../features/bin/bin-page.tsx'), 'BinPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/einstellungen/$area',
  validateSearch: settingSearchSchema,
  component: lazyRouteComponent(settingsPages, 'SettingsPage'),
});

const guide = createRoute({
  getParentRoute: () => root,
  path: '/anfang',
  component: lazyRouteComponent(() => loadPart(() => import('../features/first-run/guide-page.tsx')), 'GuidePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    register,
    newPaper,
    paper,
    statement,
    issueSeveral,
    issue,
    verify,
    pendingDispatch,
    dispatch,
    settings,
    letter,
    meetings,
    redaction,
    versions,
    bin,
    guide,
  ]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
