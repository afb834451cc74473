/** The contract: what a window or a command line may ask. It states intents, never mechanisms; all values are JSON. */
import { attachmentContract } from './attachment/procedures.ts';
import { backupContract } from './backup/procedures.ts';
import { binContract } from './bin/procedures.ts';
import { distributionContract } from './distribution/procedures.ts';
import { serialLetterContract } from './letter/procedures.ts';
import { dispatchContract } from './dispatch/procedures.ts';
import { issueContract } from './issue/procedures.ts';
import { signatureContract } from './signature/procedures.ts';
import { releaseContract } from './release/procedures.ts';
import { letterContract } from './letter/procedures.ts';
import { meetingContract } from './meeting/procedures.ts';
import { redactionContract } from './redaction/procedures.ts';
import { numberContract } from './number/procedures.ts';
import { settingsContract, setupImportContract } from './settings/procedures.ts';
import { shellProcedures } from './shell/procedures.ts';
import { unfinishedContract } from './unfinished/procedures.ts';
import { systemContract } from './system/procedures.ts';
import { paperContract } from './paper/procedures.ts';
import { importContract } from './import/procedures.ts';
import { statementContract } from './statement/procedures.ts';
import { versionContract } from './version/procedures.ts';
import { moduleContract } from './module/procedures.ts';
import { commentContract } from './comment/procedures.ts';
import { pointContract } from './point/procedures.ts';
import { proposalContract } from './proposal/procedures.ts';
import { documentContract } from './document/procedures.ts';

/** Named part by part: the inferred type of the whole is too long for the compiler to write down. */
// A type alias, because the router wants an index signature, which an interface does not have.
export type Contract = {
  readonly system: typeof systemContract;
  readonly papers: typeof paperContract;
  readonly imports: typeof importContract;
  readonly statements: typeof statementContract;
  readonly versions: typeof versionContract;
  readonly comments: typeof commentContract;
  readonly modules: typeof moduleContract;
  readonly points: typeof pointContract;
  readonly proposals: typeof proposalContract;
  readonly bin: typeof binContract;
  readonly numbers: typeof numberContract;
  readonly documents: typeof documentContract;
  readonly letters: typeof letterContract;
  readonly shell: typeof shellProcedures;
  readonly attachments: typeof attachmentContract;
  readonly backup: typeof backupContract;
  readonly settings: typeof settingsContract;
  readonly setupImports: typeof setupImportContract;
  readonly issues: typeof issueContract;
  readonly releases: typeof releaseContract;
  readonly meetings: typeof meetingContract;
  readonly signatures: typeof signatureContract;
  readonly redactions: typeof redactionContract;
  readonly distribution: typeof distributionContract;
  readonly dispatch: typeof dispatchContract;
  readonly serialLetters: typeof serialLetterContract;
  readonly unfinished: typeof unfinishedContract;
};

/** A procedure as `subject.name`. */
export type ProcedureName = {
  [Subject in keyof Contract]: `${Subject}.${Extract<keyof Contract[Subject], string>}`;
}[keyof Contract];

export const contract: Contract = {
  system: systemContract,
  papers: paperContract,
  imports: importContract,
  statements: statementContract,
  versions: versionContract,
  comments: commentContract,
  modules: moduleContract,
  points: pointContract,
  proposals: proposalContract,
  bin: binContract,
  numbers: numberContract,
  documents: documentContract,
  letters: letterContract,
  shell: shellProcedures,
  attachments: attachmentContract,
  backup: backupContract,
  settings: settingsContract,
  setupImports: setupImportContract,
  issues: issueContract,
  releases: releaseContract,
  meetings: meetingContract,
  signatures: signatureContract,
  redactions: redactionContract,
  distribution: distributionContract,
  dispatch: dispatchContract,
  serialLetters: serialLetterContract,
  unfinished: unfinishedContract,
};
