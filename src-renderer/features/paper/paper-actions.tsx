/** What one does with a paper that came in: answer it – or go to the answer it has –, and seldom something else. */
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { MoreMenu } from '../../parts/bin/more-menu.tsx';

interface Props {
  readonly isNew: boolean;
  /** The newest statement on it. */
  readonly answerId: string | undefined;
  readonly onOpenAnswer: (statementId: string) => void;
  readonly onAnswer: () => void;
  /** Begins it with the words of an earlier statement, which is asked for. */
  readonly onAnswerLike: () => void;
  readonly onDiscard: () => void;
  readonly onVersions: () => void;
}

export function PaperActions({ isNew, answerId, onOpenAnswer, onAnswer, onAnswerLike, onDiscard, onVersions }: Props) {
  if (answerId !== undefined) {
    return (
      <>
        <MoreMenu onVersions={onVersions} onAnother={onAnswer} />
        <Button kind="primary" icon="documentText" onPress={() => onOpenAnswer(answerId)}>
          {t.answers.open}
        </Button>
      </>
    );
  }
  return (
    <>
      {!isNew && <MoreMenu onVersions={onVersions} onDiscard={onDiscard} />}
      <Button onPress={onAnswerLike}>{t.paper.like.open}</Button>
      <Button kind="primary" onPress={onAnswer}>
        {isNew ? t.paper.registerAndAnswer : t.paper.answer}
      </Button>
    </>
  );
}
