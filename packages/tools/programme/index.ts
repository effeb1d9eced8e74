export { flatExport, flatRecords, type FlatRecord } from './flat-export.js';
export type { ProgrammeOptions } from './options.js';
export { programme, programmeText } from './programme.js';
export { businessStages, habits, pipelines, renewalStages, turn, type StageTruth } from './truth.js';
