/** Asks for one file with the system's dialog. Settles with null when the person leaves it. Called from a press, which the browser wants for it. */
export function chooseFile(accepted: readonly string[]): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accepted.join(',');
  input.hidden = true;
  // In the page, because some shells answer no dialog of an element that stands nowhere.
  document.body.append(input);
  return new Promise((resolve) => {
    const settle = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => settle(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => settle(null), { once: true });
    input.click();
  });
}
