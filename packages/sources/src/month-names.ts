import { plainWords } from './plain-words.js';

/** January to December in English, German, French, Spanish and Portuguese, without accents. */
const MONTHS: readonly (readonly string[])[] = [
  'january januar janvier enero janeiro',
  'february februar fevrier febrero fevereiro',
  'march marz maerz mars marzo marco',
  'april avril abril',
  'may mai mayo maio',
  'june juni juin junio junho',
  'july juli juillet julio julho',
  'august aout agosto',
  'september septembre septiembre setiembre setembro',
  'october oktober octobre octubre outubro',
  'november novembre noviembre novembro',
  'december dezember decembre diciembre dezembro',
].map((names) => names.split(' '));

/** 1 to 12 for a month's name or a start of it with one meaning (`Mar`, `sept`, `juil`), else null. */
export function monthOf(name: string): number | null {
  const word = plainWords(name);
  if (word.length < 3) return null;
  const found = MONTHS.flatMap((names, index) =>
    names.some((full) => full.startsWith(word)) ? [index + 1] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
