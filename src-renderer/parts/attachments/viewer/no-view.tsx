import { Icon } from '../../../ui/icon.tsx';

/** Why nothing is shown, and what to do instead. */
export function NoView({ sentence, isKnown = true }: { readonly sentence: string; readonly isKnown?: boolean }) {
  return (
    <p className="attachment-no-view" role="status">
      <Icon name={isKnown ? 'error' : 'info'} />
      <span>{sentence}</span>
    </p>
  );
}
