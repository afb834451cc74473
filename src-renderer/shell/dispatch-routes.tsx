/** The places of dispatch; fetched when one of them is opened. */
export { DispatchPage } from '../features/dispatch/dispatch-page.tsx';
export { PendingPage } from '../features/dispatch/pending-page.tsx';
