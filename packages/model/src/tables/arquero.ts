// The one door to Arquero. Importing by file keeps its readers and writers of other formats out of a bundle.
export { BitSet, ColumnTable } from 'arquero';
