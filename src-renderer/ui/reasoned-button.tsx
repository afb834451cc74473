/** The main button of a page. When it has to wait it stays in reach of the keyboard, and the words beside it say why. */
import { useId } from 'react';
import { Button } from './button.tsx';

interface Props {
  readonly children: string;
  /** Why it cannot be pressed now; null when it can. */
  readonly reason: string | null;
  /** Something is running: a moment, not a reason. */
  readonly isWorking: boolean;
  readonly onPress: () => void;
}

export function ReasonedButton({ children, reason, isWorking, onPress }: Props) {
  const id = useId();
  return (
    <>
      {reason !== null && (
        <span id={id} className="button-reason soft">
          {reason}
        </span>
      )}
      <Button
        kind="primary"
        isDisabled={isWorking}
        {...(reason !== null && { 'aria-disabled': true, 'aria-describedby': id })}
        onPress={() => {
          if (reason === null) onPress();
        }}
      >
        {children}
      </Button>
    </>
  );
}
