import type { ReactNode } from 'react';

/** Marks a control as the place that findings of this field point at; no box of its own. */
export function FieldPlace({ field, children }: { readonly field: string; readonly children: ReactNode }) {
  return (
    <div className="field-place" data-field={field}>
      {children}
    </div>
  );
}
