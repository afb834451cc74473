/** The places of dispatch; fetched when one of them is opened. */
export { DispatchPage } from './dispatch-page.tsx';
export { PendingPage } from './pending-page.tsx';
