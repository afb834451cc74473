/** Points of answered papers: what they ask, how a statement answers them. */
import type { Point, PointAnswer, PointAnswerChange, PointOverview } from '../contract/point/shapes.ts';
import { answerSentence, answerWords, changeNames, pointTexts, typedAnswer } from '../contract/point/texts-de.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { done, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';
import type { Program } from './program.ts';

const inLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const usage = (problem: string): Refusal => new Refusal('usage', { problem });

/** "2a" means "2 a)": blanks, stops and brackets of a label need not be typed. */
const folded = (label: string): string => label.toLowerCase().replace(/[^\p{L}\d]/gu, '');

function pointBy(points: readonly Point[], typed: string): Point {
  const exact = points.find(({ label }) => label === typed.trim());
  const alike = points.filter(({ label }) => folded(label) === folded(typed));
  const [found] = alike;
  if (exact) return exact;
  if (found && alike.length === 1) return found;
  const labels = points.map(({ label }) => label).join(', ');
  throw usage(
    alike.length > 1
      ? `„${typed}“ meint mehrere Punkte: ${alike.map(({ label }) => label).join(', ')}. Bitte genau so schreiben.`
      : `Einen Punkt „${typed}“ gibt es nicht. Es gibt: ${labels === '' ? 'keine' : labels}.`,
  );
}

/** "2=reject", "3=siehe 2". */
function changeOf(
  points: readonly Point[],
  setting: string,
): { readonly pointId: string; readonly change: PointAnswerChange } {
  const at = setting.indexOf('=');
  if (at < 1) throw usage('Hinter --set steht PUNKT=VOTUM oder PUNKT=STAND: points REF --set "2 a)=reject"');
  const point = pointBy(points, setting.slice(0, at));
  const words = setting.slice(at + 1).trim();
  const other = /^(?:siehe|same-as|wie)\s+(.+)$/iu.exec(words)?.[1];
  if (other !== undefined) {
    const sameAs = pointBy(points, other.replace(/^(?:Antwort\s+)?(?:zu\s+)?(?:Frage|Punkt)\s+/iu, '')).id;
    return { pointId: point.id, change: { sameAs, position: null, state: 'open' } };
  }
  const meaning = typedAnswer(point.kind, words);
  if (!meaning)
    throw usage(
      `„${words}“ ist für ${pointTexts.kinds[point.kind][0]} ${point.label} weder Votum noch Stand. Möglich: ${answerWords(point.kind)}`,
    );
  return { pointId: point.id, change: { position: null, state: 'open', sameAs: null, ...meaning } };
}

function pointLines({ papers, answers, written, open }: PointOverview, isStatement: boolean): string[] {
  const all = papers.flatMap(({ points }) => points);
  const inText = new Set(written);
  const byPoint = new Map<string, PointAnswer>(answers.map((answer) => [answer.pointId, answer]));
  const labelOf = (id: string): string | undefined => all.find((point) => point.id === id)?.label;
  const lines = papers.flatMap((paper) => {
    const { points, kind, revision, reference, name } = paper;
    const asked = points.filter(({ isGroup }) => !isGroup).length;
    const count =
      kind === null ? pointTexts.nothingAsked : points.length === 0 ? pointTexts.none : pointTexts.count(kind, asked);
    const state = points.length > 0 && revision === 0 ? ` (${pointTexts.proposed})` : '';
    return [
      `${reference ?? name}: ${count}${state}`,
      ...points.map((point) => {
        const { id, level, label, text, isGroup, change } = point;
        const answer =
          isStatement && revision > 0 && !isGroup
            ? ` – ${answerSentence(point.kind, byPoint.get(id), labelOf, inText.has(id))}`
            : '';
        const note = change === null ? '' : ` [${changeNames[change]}]`;
        return `${'  '.repeat(level + 1)}${label}  ${inLine(text)}${note}${answer}`;
      }),
    ];
  });
  const isTaken = papers.some(({ revision }) => revision > 0);
  return isStatement && isTaken ? [...lines, pointTexts.open(open)] : lines;
}

/** `REF` is a statement, or a motion or inquiry by itself. `--set` and `--split` take over what was only proposed. */
export async function points(command: Command, { ask }: Program): Promise<Outcome> {
  const [ref = ''] = command.positionals;
  const settings = command.lists['set'] ?? [];
  const { reason } = command.options;
  if (reason !== undefined && settings.length === 0)
    throw usage('Eine Begründung gehört zu einem Punkt: points REF --set PUNKT=STAND --reason "…"');
  let overview = await ask.points.list({ ref });
  const isTaken = overview.papers.every(({ revision, points: found }) => revision > 0 || found.length === 0);
  if (command.flags.has('split') || (settings.length > 0 && !isTaken))
    overview = await ask.points.read({ ref, anew: command.flags.has('split') });
  if (settings.length > 0) {
    const all = overview.papers.flatMap(({ points: found }) => found);
    const answers = settings
      .map((setting) => changeOf(all, setting))
      .map(({ pointId, change }) => ({ pointId, change: { ...change, ...(reason !== undefined && { reason }) } }));
    overview = await ask.points.answer({ ref, answers });
  }
  const paper = await ask.papers.find({ ref });
  return done(overview, pointLines(overview, paper.paperType === 'statement').join('\n'));
}
