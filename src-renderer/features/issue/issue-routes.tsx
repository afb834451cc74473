/** The places of releasing, issuing and verifying; fetched when one of them is opened. */
export { IssuePage } from './issue-page.tsx';
export { IssueSeveralPage } from './issue-several-page.tsx';
export { VerifyPage } from '../verify/verify-page.tsx';
