import { uuidv7From } from '../../src-main/base/uuid.ts';

/** Made by the window, so that a repeated request is harmless. */
export const newId = (): string => uuidv7From(crypto.getRandomValues(new Uint8Array(16)), Date.now());
