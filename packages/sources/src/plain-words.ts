/**
 * A name as lowercase words with single blanks, so that spellings compare: `StageName`, `stage_name`
 * and `Stage Name` are `stage name`, `Étape` is `etape`, `Betrag (€)` is `betrag €`.
 */
export function plainWords(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .normalize('NFD')
      // Only marks on Latin letters: on kana they make another letter.
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}\p{Sc}%]+/gu, ' ')
      .trim()
  );
}
