import { plainWords } from './plain-words.js';

/** Starts of words that stage names use, first step to last, in English, German, French, Spanish, Portuguese, Japanese. */
const STEPS: readonly (readonly string[])[] = [
  'suspect target unqualified inbound identif backlog open new neu nouveau nuevo novo 新規',
  'lead prospect prospecting prospection prospeccion prospeccao tocontact 見込み リード',
  'contact engag attempt appointment meeting firstcall connect erstkontakt kontakt rendezvous contacto contato アポ 初回訪問',
  'qualif calific cualific discovery decouverte descubrimiento descoberta 案件化',
  'needs requirement analys bedarf besoin necesidad necessidade ヒアリング 課題',
  'valueproposition valueprop solution develop demo presentation presentac apresenta prasentation evaluat evaluac trial pilot poc technical test デモ 評価',
  'decision decideur 決裁',
  'perception champion shortlist',
  'proposal propose proposta propuesta proposition quote quotation pricequote offer oferta angebot devis rfp tender cotizac orcamento 提案 見積',
  'negotiat negociat negociac verhandl review 交渉 商談',
  'verbal commit procurement legal contract contrat vertrag closing abschluss signature purchaseorder クロージング 契約 内示',
].map((line) => line.split(' '));

/**
 * Where a stage usually stands in a sales process, 0 for the first step: the longest known word in its
 * name decides, of two as long the later step. Null when no word is known.
 */
export function usualStep(name: string): number | null {
  const text = plainWords(name).replaceAll(' ', '');
  let step: number | null = null;
  let longest = 0;
  for (const [index, words] of STEPS.entries()) {
    for (const word of words) {
      if (word.length >= longest && text.includes(word)) {
        step = index;
        longest = word.length;
      }
    }
  }
  return step;
}

/** The number a name begins with (`2 - Develop`, `S3 Proposal`, `第2段階`), null without one. */
export function leadingNumber(name: string): number | null {
  const parts = /^(?:s|stage|step|phase|stufe|etape|etapa|fase|第)? ?(\d{1,2})(?!\d)/.exec(
    plainWords(name).replace(/^([a-z]+)(\d)/, '$1 $2'),
  );
  return parts ? Number(parts[1]) : null;
}
