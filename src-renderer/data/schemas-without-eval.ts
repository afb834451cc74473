/** Zod would compile schemas to code, which the content policy forbids. Imported first, before any schema is made. */
import * as z from 'zod';

z.config({ jitless: true });
