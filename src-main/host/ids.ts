import { randomBytes } from 'node:crypto';
import { uuidv7From } from '../base/uuid.ts';

export const uuidv7 = (nowMs: number = Date.now()): string => uuidv7From(randomBytes(16), nowMs);
