import * as z from 'zod';

/** What a document is written as. */
export const documentFormatSchema = z.enum(['pdf', 'docx']);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;
export const documentFormatsSchema = z.array(documentFormatSchema).min(1).max(2);
