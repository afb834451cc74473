/** Title bar, side bar, content, status bar. F6 goes from region to region. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ShellAction } from '../../src-main/contract/shell/procedures.ts';
import { problemOf, useCore } from '../data/core.ts';
import { saveDelivery } from '../data/save-delivery.ts';
import { useConnectionState } from '../data/use-connection-state.ts';
import { t } from '../texts/de.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { AboutDialog } from '../features/about/about-dialog.tsx';
import { BackupWarning } from '../features/settings/backup/backup-warning.tsx';
import { FirstRunPage } from '../features/first-run/first-run-page.tsx';
import { HelpButton } from '../features/handbook/help-button.tsx';
import { HandbookPanel } from '../features/handbook/handbook-panel.tsx';
import { useHandbook } from '../features/handbook/use-handbook.ts';
import { ClockNotice } from './clock-notice.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { printPage } from '../parts/status/page-print.ts';
import { ReadingStatus } from './reading-status.tsx';
import { StatusSlotProvider } from '../parts/status/status-slot.tsx';
import { useRegionKeys } from './use-region-keys.ts';
import { useShellCommands } from './use-shell-commands.ts';
import { useStartPage } from './use-start-page.ts';
import { useStayWhileLost } from './use-stay-while-lost.ts';
import { useTheme } from './use-theme.ts';

const WIDE = '(min-width: 1366px)';

function useSideBar(): { isWide: boolean; toggle: () => void } {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [fits, setFits] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const follow = (): void => setFits(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const isWide = chosen ?? fits;
  return { isWide, toggle: () => setChosen(!isWide) };
}

function NavLink({
  to,
  area,
  icon,
  text,
  isWide,
}: {
  readonly to:
    '/register' | '/eingang/neu' | '/sitzungen' | '/ausfertigen' | '/versand' | '/pruefen' | '/einstellungen/$area';
  readonly area?: string;
  readonly icon: IconName;
  readonly text: string;
  readonly isWide: boolean;
}) {
  return (
    <Link
      to={to}
      {...(area !== undefined && { params: { area } })}
      className="nav-link"
      aria-label={text}
      title={isWide ? undefined : text}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false }}
    >
      <Icon name={icon} />
      {isWide && <span>{text}</span>}
    </Link>
  );
}

export function Frame() {
  const { client, queries, connection } = useCore();
  const { data: status, error } = useQuery(queries.system.status.queryOptions());
  const navigate = useNavigate();
  const sideBar = useSideBar();
  const { theme, toggle } = useTheme();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isAboutOpen, setAboutOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const state = useConnectionState();
  useRegionKeys();
  useStartPage();
  useStayWhileLost();

  const attempt = (work: Promise<unknown>): void => {
    setProblem(null);
    work.catch((failure: unknown) => setProblem(problemOf(failure).sentence));
  };
  const errorReport = async (): Promise<readonly string[]> =>
    saveDelivery(await client.shell.errorReport(), connection);
  const office = status?.office;
  const handbook = useHandbook(Boolean(office), () => {
    setPaletteOpen(false);
    setAboutOpen(false);
  });
  const actions: Readonly<Record<ShellAction, () => void>> = {
    register: () => void navigate({ to: '/register' }),
    'new-paper': () => void navigate({ to: '/eingang/neu' }),
    settings: () => void navigate({ to: '/einstellungen/$area', params: { area: 'buero' }, search: {} }),
    find: () => setPaletteOpen(Boolean(office)),
    print: () => {
      if (!printPage()) setProblem(t.frame.nothingToPrint);
    },
    backup: () => attempt(client.backup.deliver().then((delivery) => saveDelivery(delivery, connection))),
    'toggle-theme': toggle,
    handbook: handbook.toggle,
    about: () => setAboutOpen(true),
    'error-report': () => attempt(errorReport()),
  };
  useShellCommands({ actions, showRegister: actions.register, say: setProblem });

  if (state === 'refused') return <ProblemNotice sentence={t.errors.sessionRefused} />;
  return (
    <div
      className="frame"
      data-side={sideBar.isWide ? 'wide' : 'narrow'}
      data-handbook={handbook.open ? true : undefined}
      data-connection={state}
    >
      <header className="title-bar" data-region="title" aria-label={t.frame.titleBar}>
        <IconButton icon="navigation" label={t.frame.toggleNavigation} onPress={sideBar.toggle} />
        <strong>{t.productName}</strong>
        {office && (
          <>
            <span className="soft" aria-hidden="true">
              –
            </span>
            <span className="soft ellipsis">{office.bodyName}</span>
            {office.kind === 'example' && <span className="tag">{t.frame.example}</span>}
          </>
        )}
        <AriaButton className="search-button" onPress={() => setPaletteOpen(true)} isDisabled={!office}>
          <Icon name="search" />
          <span className="search-text">{t.frame.search}</span>
          <kbd className="small">{t.frame.searchKeys}</kbd>
        </AriaButton>
        <IconButton icon="darkTheme" label={`${t.frame.theme.toggle}: ${t.frame.theme[theme]}`} onPress={toggle} />
        <IconButton icon="info" label={t.frame.about} onPress={actions.about} />
        {status && (
          <span className="user soft" title={t.frame.user(status.userName)}>
            <Icon name="person" />
            <span className="ellipsis">{status.userName}</span>
          </span>
        )}
      </header>
      <nav className="side-bar" data-region="navigation" aria-label={t.frame.navigation}>
        {office && (
          <>
            <NavLink to="/register" icon="grid" text={t.frame.register} isWide={sideBar.isWide} />
            <NavLink to="/eingang/neu" icon="documentAdd" text={t.frame.newPaper} isWide={sideBar.isWide} />
            <NavLink to="/sitzungen" icon="calendar" text={t.frame.meetings} isWide={sideBar.isWide} />
            <NavLink to="/ausfertigen" icon="certificate" text={t.frame.issueSeveral} isWide={sideBar.isWide} />
            <NavLink to="/versand" icon="mail" text={t.frame.dispatch} isWide={sideBar.isWide} />
            <NavLink to="/pruefen" icon="documentCheck" text={t.frame.verify} isWide={sideBar.isWide} />
            <NavLink
              to="/einstellungen/$area"
              area="buero"
              icon="settings"
              text={t.frame.settings}
              isWide={sideBar.isWide}
            />
          </>
        )}
        <HelpButton isOpen={handbook.open !== null} isWide={sideBar.isWide} onPress={actions.handbook} />
      </nav>
      <main className="content" data-region="content" aria-label={t.frame.content}>
        <ConnectionBanner />
        {error && <ProblemNotice sentence={problemOf(error).sentence} />}
        {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
        {status?.clockProblem && <ClockNotice sentence={status.clockProblem} />}
        {status?.profileProblem && <ProblemNotice sentence={status.profileProblem} />}
        <StatusSlotProvider value={slot}>{status && (office ? <Outlet /> : <FirstRunPage />)}</StatusSlotProvider>
      </main>
      {handbook.open && <HandbookPanel open={handbook.open} onClose={handbook.close} />}
      <footer className="status-bar" data-region="status" aria-label={t.frame.status}>
        {state === 'lost' && (
          <span className="status-item warn">
            <Icon name="warning" small />
            {t.frame.connectionLost}
          </span>
        )}
        {office && <BackupWarning />}
        <ReadingStatus />
        <div ref={setSlot} className="status-slot" />
      </footer>
      <CommandPalette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} actions={actions} />
      <AboutDialog isOpen={isAboutOpen} onOpenChange={setAboutOpen} onErrorReport={errorReport} />
    </div>
  );
}
