/** Entry of the window. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { watchChanges } from './data/changes.ts';
import { connect } from './data/connection.ts';
import { CoreProvider, createCore, queryClient } from './data/core.ts';
import { whenSomebodyIsThere } from './data/presence.ts';
import { watchFaults } from './data/watch-faults.ts';
import { router, writingPages } from './shell/router.tsx';
import './styles/base.css';
import './styles/tokens.css';
import './styles/controls.css';
import './styles/frame.css';
import './styles/page.css';
import './styles/statement-form.css';
import './styles/editor.css';
import './styles/preview.css';
import './styles/register.css';
import './styles/paper.css';
import './styles/first-run.css';
import './styles/palette.css';
import './styles/widths.css';
import './styles/about.css';
import './styles/attachments.css';
import './styles/settings.css';
import './styles/issue.css';
import './styles/dispatch.css';
import './styles/meetings.css';
import './styles/handbook.css';
import './styles/redaction.css';
import './styles/versions.css';
import './styles/review.css';
import './styles/points.css';
import './styles/findings.css';
import './styles/dictionary.css';
import './styles/modules.css';

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root element');
const connection = await connect();
const core = createCore(connection);
void watchChanges(core, queryClient);

const noteFault = watchFaults(core);

// What a page catches and shows as a notice is a fault all the same.
createRoot(element, { onCaughtError: noteFault }).render(
  <StrictMode>
    <I18nProvider locale="de-DE">
      <CoreProvider value={core}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </CoreProvider>
    </I18nProvider>
  </StrictMode>,
);

// The pages are fetched while the person still reads the register; drawing engine and typesetter, which take much, once somebody is there.
setTimeout(() => void writingPages(), 600);
whenSomebodyIsThere(() => {
  void import('./parts/preview/typst-renderer.ts').then(({ startRenderer }) => startRenderer());
  void core.client.system.expectWriting().catch(() => undefined);
});
