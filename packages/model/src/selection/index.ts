export * from './clause.js';
export * from './selection.js';
export * from './selection-store.js';
export { readState } from '../schema/saved-state-schema.js';
export type { SavedState } from '../schema/saved-state-schema.js';
export { readSelection } from '../schema/selection-schema.js';
