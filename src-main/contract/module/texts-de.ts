/** German words about text modules, for window and command line. */
import type { ModulePlace, ModuleScope } from './shapes.ts';

export const moduleScopes: Record<ModuleScope, string> = {
  own: 'nur für mich',
  unit: 'für ein Amt',
  office: 'für alle',
};
export const modulePlaces: Record<ModulePlace, string> = {
  opening: 'Anfang',
  text: 'Text',
  closing: 'Schluss',
};
export const moduleTexts = {
  shippedOwner: 'Stellwerk',
  shipped: 'mit Stellwerk',
  expired: (day: string): string => `abgelaufen am ${day}`,
  none: 'Keine Textbausteine.',
  imported: (created: number, same: number): string =>
    `${created === 1 ? '1 Textbaustein' : `${created} Textbausteine`} übernommen${same === 0 ? '' : `, ${same} schon vorhanden`}.`,
} as const;
