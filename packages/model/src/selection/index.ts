export * from './clause.js';
export * from './read-selection.js';
export * from './selection.js';
export * from './selection-store.js';
