/** Letters of this paper that were given out: kept as they were, to be given out, printed or begun anew with. */
import { useQuery } from '@tanstack/react-query';
import type { WrittenLetter } from '../../../src-main/contract/letter/shapes.ts';
import { formatGermanTime } from '../../../src-main/base/german-time.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { IconButton } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { nameOf } from '../../../src-main/base/name-of.ts';

const words = t.letters.written;

interface Props {
  readonly paperId: string;
  readonly isDisabled: boolean;
  readonly onDeliver: (letterId: string) => void;
  readonly onPrint: (letterId: string) => void;
  readonly onTakeUp: (letterId: string) => void;
}

export function WrittenLetters({ paperId, isDisabled, onDeliver, onPrint, onTakeUp }: Props) {
  const { queries } = useCore();
  const query = useQuery(queries.letters.written.queryOptions({ input: { ref: paperId }, staleTime: 0 }));
  const letters = query.data ?? [];
  const [newest] = letters;
  const name = ({ at, recipient, kind }: WrittenLetter): string =>
    words.one(nameOf(t.letters.kinds, kind), recipient, formatGermanTime(at));
  return (
    <Section
      title={words.title}
      summary={newest ? words.summary(letters.length, name(newest)) : words.none}
      help="ausgegebene-briefe"
    >
      {query.error && <ProblemNotice sentence={problemOf(query.error).sentence} />}
      <p className="soft">{words.forGood}</p>
      {letters.length > 0 && (
        <table className="plain-table">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">
                <span className="visually-hidden">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr key={letter.id}>
                <td title={letter.actor}>{formatGermanTime(letter.at)}</td>
                <td title={letter.subject}>{nameOf(t.letters.kinds, letter.kind)}</td>
                <td>{letter.recipient}</td>
                <td className="row-actions">
                  <IconButton
                    size="row"
                    icon="arrowDownload"
                    label={words.deliver(name(letter))}
                    isDisabled={isDisabled}
                    onPress={() => onDeliver(letter.id)}
                  />
                  <IconButton
                    size="row"
                    icon="print"
                    label={words.print(name(letter))}
                    isDisabled={isDisabled}
                    onPress={() => onPrint(letter.id)}
                  />
                  <IconButton
                    size="row"
                    icon="documentAdd"
                    label={`${words.takeUp}: ${name(letter)}`}
                    isDisabled={isDisabled}
                    onPress={() => onTakeUp(letter.id)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
