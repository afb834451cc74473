/** Word's units: twentieths of a point (lengths), half points (type), eighths of a point (borders). */
const TWIPS_PER_MM = 1440 / 25.4;

export const twips = (points: number): number => Math.round(points * 20);
export const twipsOfMm = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
export const halfPoints = (points: number): number => Math.round(points * 2);
/** Pixels at 96 dpi, as the docx package measures pictures. */
export const pixelsOfMm = (millimetres: number): number => Math.round((millimetres / 25.4) * 96);
