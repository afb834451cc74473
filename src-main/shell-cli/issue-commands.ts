/** Commands of releasing, issuing, signing and verifying. */
import { formatGermanTime } from '../base/german-time.ts';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileDelivery } from '../adapters/files/folder-delivery.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { IssueOverview } from '../contract/issue/shapes.ts';
import type { Verification, VerifiedSignature } from '../contract/signature/shapes.ts';
import { findingSentence, severityName } from '../contract/release/texts-de.ts';
import {
  certificationNames,
  coverageSentence,
  knownSentence,
  knownWithdrawn,
  levelName,
  locksFieldsName,
  signatureResult,
  revocationNotChecked,
  verificationSentence,
} from '../contract/signature/texts-de.ts';
import { stepTexts } from '../contract/issue/texts-de.ts';
import { translateReadError } from '../core/system/file-errors.ts';
import type { Program } from './program.ts';
import { done, readFileFor, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

const LARGEST_SIGNED_BYTES = 200 * 1024 * 1024;

function stepOutcome(overview: IssueOverview): Outcome {
  const [newest] = overview.issues;
  // What was withdrawn was sent or not: what holds now is that it was taken back.
  const isWithdrawn = newest?.withdrawn && (overview.state === 'issued' || overview.state === 'dispatched');
  const lines = [
    `${overview.reference ?? overview.id}: ${isWithdrawn ? stepTexts.withdrawn : stepTexts.states[overview.state]}`,
    ...(newest ? newest.files.map(({ fileName, sha512 }) => `  ${fileName}  SHA-512 ${sha512.slice(0, 16)}…`) : []),
    ...(newest?.signature?.timestampProblem ? [newest.signature.timestampProblem] : []),
  ];
  return done(overview, lines.join('\n'));
}

const ref = (command: Command): string => command.positionals[0] ?? '';
const reasonOf = (command: Command): string => (command.options['reason'] ?? '').trim();

/** Warnings are accepted together, with one reason that the protocol keeps; blocking findings never. */
export async function release(command: Command, program: Program): Promise<Outcome> {
  const { check } = await program.ask.issues.overview({ ref: ref(command) });
  const reason = command.options['accept']?.trim() ?? '';
  const warnings = check.findings.filter(({ severity }) => severity === 'warning');
  const acceptances = reason === '' ? [] : warnings.map(({ key }) => ({ key, reason }));
  if (command.flags.has('check')) {
    const lines = check.findings.map((found) => `${severityName(found.severity)}: ${findingSentence(found)}`);
    return done(check, lines.join('\n') || 'Keine Befunde.', check.isClean ? 0 : 1);
  }
  const input = { ref: ref(command), expectedRevision: check.revision, acceptances };
  return stepOutcome(await program.ask.releases.release(input));
}

export const returnToDraft = async (command: Command, program: Program): Promise<Outcome> =>
  stepOutcome(await program.ask.releases.returnToDraft({ ref: ref(command), reason: reasonOf(command) }));
export const correct = async (command: Command, program: Program): Promise<Outcome> =>
  stepOutcome(await program.ask.issues.correct({ ref: ref(command), reason: reasonOf(command) }));
export const withdraw = async (command: Command, program: Program): Promise<Outcome> =>
  stepOutcome(await program.ask.issues.withdraw({ ref: ref(command), reason: reasonOf(command) }));

/** The first line of the file, so that an editor's line end is no part of the passphrase. */
async function passphraseFrom(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '').split(/\r?\n/)[0] ?? '';
  } catch (error) {
    throw translateReadError(error, path);
  }
}

async function openKey(program: Program, keyFile: string, passphraseFile: string | undefined): Promise<string> {
  if (passphraseFile === undefined) throw new Refusal('usage', { problem: 'Es fehlt „--passphrase-file DATEI“.' });
  const file = program.hand(await readFileFor(keyFile));
  const passphrase = await passphraseFrom(passphraseFile);
  return (await program.ask.signatures.openKey({ ...file, passphrase })).keyId;
}

/** Undefined: as the office's settings say. */
function visibleIn({ flags }: Command): boolean | undefined {
  const [on, off] = [flags.has('visible'), flags.has('invisible')];
  if (on && off) throw new Refusal('usage', { problem: 'Entweder „--visible“ oder „--invisible“.' });
  return on || off ? on : undefined;
}

export async function issue(command: Command, program: Program): Promise<Outcome> {
  const keyFile = command.options['sign'];
  const keyId = keyFile === undefined ? null : await openKey(program, keyFile, command.options['passphrase-file']);
  const { revision } = await program.ask.statements.get({ ref: ref(command) });
  const wanted = { ref: ref(command), expectedRevision: revision, keyId, visible: visibleIn(command) };
  return stepOutcome(await program.ask.issues.issue(wanted));
}

/** Without `--to` the file itself is replaced, all at once. */
export async function sign(command: Command, program: Program): Promise<Outcome> {
  const [path = ''] = command.positionals;
  const file = await readFileFor(path, LARGEST_SIGNED_BYTES);
  const keyId = await openKey(program, command.options['key'] ?? '', command.options['passphrase-file']);
  const target = resolve(command.options['to'] ?? path);
  const { timestampProblem } = await program.into(fileDelivery(target)).signatures.sign({
    ...program.hand(file),
    keyId,
    breaksCertification: command.flags.has('break-certification'),
  });
  return done({ status: 'signed', path: target, timestampProblem }, [target, timestampProblem ?? ''].join('\n').trim());
}

function signatureLine(signature: VerifiedSignature, { format, revisions }: Verification): string {
  const { signer, time, certification, locksFields } = signature;
  const facts = [
    signatureResult(signature),
    ...(format === 'pdf' && signature.valid ? [coverageSentence(signature, revisions)] : []),
    ...(certification ? [certificationNames[certification]] : []),
    ...(locksFields ? [locksFieldsName] : []),
  ];
  const when = time === null ? 'ohne Zeit' : formatGermanTime(time);
  return `  ${signer || 'ohne Namen'}, ${when}, ${levelName(signature)}: ${facts.join('; ')}`;
}

/** With `--revision N --to FILE` the file as it was signed is written, without what was added later. */
export async function verify(command: Command, program: Program): Promise<Outcome> {
  const [path = ''] = command.positionals;
  const { revision = '1', to: target } = command.options;
  if (!/^[1-9]\d{0,3}$/.test(revision) || 'revision' in command.options !== (target !== undefined))
    throw new Refusal('usage', { problem: 'Aufruf: verify FILE [--revision N --to OUT], N ab 1' });
  const file = await readFileFor(path, LARGEST_SIGNED_BYTES);
  const result = await program.ask.signatures.verify(program.hand(file));
  if (target !== undefined) {
    if (resolve(target) === resolve(path))
      throw new Refusal('usage', { problem: '„--to“ nennt die geprüfte Datei selbst: bitte eine andere angeben.' });
    const { signatures } = program.into(fileDelivery(target));
    await signatures.deliverRevision({ ...program.hand(file), revision: Number(revision) });
  }
  const lines = [
    verificationSentence(result),
    ...result.signatures.map((signature) => signatureLine(signature, result)),
    ...(result.signatures.length === 0 ? [] : [`  ${revocationNotChecked}`]),
    ...result.uncoveredParts.map((part) => `  nicht umfasst: ${part}`),
    ...(result.known ? [`  ${knownSentence(result.known)}`] : []),
    ...(result.known?.withdrawn ? [`  ${knownWithdrawn}`] : []),
    ...(target === undefined ? [] : [`  ${resolve(target)}`]),
  ];
  return done(result, lines.join('\n'), result.verdict === 'valid' ? 0 : 1);
}

export async function testKey(command: Command, program: Program): Promise<Outcome> {
  const name = command.options['name'] ?? '';
  const path = command.options['to'] ?? '';
  const passphrase = await passphraseFrom(command.options['passphrase-file'] ?? '');
  const delivery = await program.into(fileDelivery(path)).signatures.createTestKey({ name, passphrase });
  return done(delivery, `${path}\nTestzertifikat ohne Rechtswirkung, nur zum Ausprobieren.`);
}

/** With a file it is put on the trust list; without, the list is shown. */
export async function trust(command: Command, program: Program): Promise<Outcome> {
  const [path] = command.positionals;
  const list =
    path === undefined
      ? await program.ask.signatures.trustList()
      : await program.ask.signatures.trust(program.hand(await readFileFor(path)));
  return done(list, list.map(({ subject, fingerprint }) => `${fingerprint.slice(0, 16)}  ${subject}`).join('\n'));
}
