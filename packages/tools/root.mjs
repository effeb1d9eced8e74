// The top of the repository, whatever directory a script was started from.
import { fileURLToPath } from 'node:url';

/** Absolute, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
