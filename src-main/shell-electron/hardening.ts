/** What a page may reach beyond itself: nothing. The decisions stand in `policies.ts`. */
import type { Protocol, Session, WebContents } from 'electron';
import { navigationAllowed, permissionAllowed, requestAllowed, SCHEME } from './policies.ts';

/** Before the program is ready, or Chromium does not know the scheme. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

export function refuseForeignPages(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permissionAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => permissionAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !requestAllowed(details.url) }));
}

/**
 * German spelling by the system's checker, or by a dictionary an administrator put into the profile (Dictionaries/de-DE-3-0.bdic). Electron
 * would fetch a missing one from the internet; this address leads nowhere, so that nothing is fetched.
 */
export function checkSpelling(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:9/');
  session.setSpellCheckerLanguages(['de-DE']);
}
