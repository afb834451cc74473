/** For comparing words as people mean them, on both sides: NFKD, marks stripped, ß as ss, lower case ("auslander" finds "Ausländer"). */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
