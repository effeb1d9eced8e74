const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The phrase between Unicode isolates where its surroundings might turn it around ("21 of 122"
 * would read "122 of 21"); plain text where all runs left to right.
 */
export function isolate(phrase: string, rtl: boolean): string {
  return phrase !== '' && (rtl || RIGHT_TO_LEFT.test(phrase)) ? `\u2068${phrase}\u2069` : phrase;
}
