interface WithDate {
  readonly date: string | null;
  readonly unreadDate?: string | undefined;
}

/** The date of a content and what was typed in its place, as a date field takes and tells them. */
export const dateOf = (
  { date, unreadDate }: WithDate,
  onChange: (part: { date: string | null; unreadDate: string | undefined }) => void,
) => ({
  value: date,
  unread: unreadDate ?? '',
  onChange: (value: string | null, unread: string): void => onChange({ date: value, unreadDate: unread || undefined }),
});
