/** The places of releasing, issuing and verifying; fetched when one of them is opened. */
export { IssuePage } from '../features/issue/issue-page.tsx';
export { IssueSeveralPage } from '../features/issue/issue-several-page.tsx';
export { VerifyPage } from '../features/verify/verify-page.tsx';
