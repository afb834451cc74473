/** Numbers, the bin, and statements that were imported finished. */
import { Refusal } from '../contract/shared/errors.ts';
import { formatGermanDate } from '../base/german-date.ts';
import { numberSentence, numberStates } from '../contract/number/texts-de.ts';
import type { Program } from './program.ts';
import { done, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

/** `number REF --set NUMBER | --next | --none`, what is known of a number, or the row of a class and year. */
export async function number(command: Command, { ask }: Program): Promise<Outcome> {
  const [ref] = command.positionals;
  const { set, class: className, year } = command.options;
  const wanted = [set !== undefined, command.flags.has('next'), command.flags.has('none')].filter(Boolean).length;
  if (ref === undefined) {
    if (className === undefined || !/^\d{4}$/.test(year ?? '') || wanted > 0)
      throw new Refusal('usage', { problem: 'Bitte eine Nummer angeben, oder Klasse und Jahr: --class S --year 2022' });
    const rows = await ask.numbers.rows({ class: className.toUpperCase(), year: Number(year) });
    const lines = rows.rows.map(({ reference, state, reason }) =>
      [reference, numberStates[state], ...(reason === null ? [] : [reason])].join('  '),
    );
    const gaps = rows.gaps.map(({ from, to, count }) => `${count === 1 ? from : `${from} bis ${to}`}  unbelegt`);
    return done(rows, [...lines, ...gaps].join('\n'));
  }
  if (wanted > 1) throw new Refusal('usage', { problem: 'Bitte nur eines von --set, --next und --none angeben.' });
  if (set?.trim() === '')
    throw new Refusal('usage', { problem: '„--set“ braucht eine Nummer; „--none“ nimmt sie weg.' });
  if (wanted === 0) {
    const typed = await ask.numbers.look({ text: ref, paperId: null, year: null });
    if (typed.kind !== 'malformed') return done(typed, numberSentence(typed));
    // No number: then it is the id of a draft, or nothing at all.
    const { id: paperId, reference, content } = await ask.statements.get({ ref });
    const year = content.date === null ? null : Number(content.date.slice(0, 4));
    const look = await ask.numbers.look({ text: reference ?? '', paperId, year });
    return done(look, numberSentence(look));
  }
  const { id, reference: read } = await ask.statements.get({ ref });
  const reference = command.flags.has('next') ? null : (set ?? '');
  const draft = await ask.statements.giveNumber({ id, reference, read });
  return done(
    draft,
    draft.reference === null ? 'Die Stellungnahme hat keine Nummer mehr.' : `Nummer: ${draft.reference}`,
  );
}

export async function discard(command: Command, { ask }: Program): Promise<Outcome> {
  const discarded = await ask.bin.discard({ ref: command.positionals[0] ?? '' });
  const name = discarded.reference ?? discarded.id;
  return done(discarded, `Im Papierkorb: ${name} ${discarded.name}`);
}

export async function bin({ ask }: Program): Promise<Outcome> {
  const papers = await ask.bin.list();
  const lines = papers.map(({ id, reference, name, at, actor }) =>
    [id, reference ?? '–', formatGermanDate(at.slice(0, 10)), actor, name].join('  '),
  );
  return done(papers, lines.join('\n'));
}

export async function restorePaper(command: Command, { ask }: Program): Promise<Outcome> {
  const restored = await ask.bin.restore({ ref: command.positionals[0] ?? '' });
  const along = restored.broughtAlong.map(({ id, reference }) => reference ?? id);
  const lines = [
    `Zurückgeholt: ${restored.reference ?? restored.id}`,
    ...(restored.lostReference === null ? [] : [`Ohne Nummer: ${restored.lostReference} ist inzwischen vergeben.`]),
    ...(along.length === 0 ? [] : [`Mit zurückgeholt: ${along.join(', ')}`]),
  ];
  return done(restored, lines.join('\n'));
}

export async function takeUp(command: Command, { ask }: Program): Promise<Outcome> {
  const draft = await ask.statements.takeUp({ ref: command.positionals[0] ?? '' });
  return done(draft, `Im Entwurf: ${draft.reference ?? draft.id}`);
}
