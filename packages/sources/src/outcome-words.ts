import type { Outcome } from '@pipeline-kit/model/schema';
import { plainWords } from './plain-words.js';

/** Words that mean one thing in every pipeline: English, German, French, Spanish, Portuguese, Italian, Dutch, Japanese, Chinese. */
const SURE: Readonly<Record<Outcome, readonly string[]>> = {
  open: split(
    'open opened active ongoing offen aktiv ouvert ouverte abierto abierta activo aberto aberta ativo aperto actief 進行中 商談中 オープン',
  ),
  won: split(
    'won closedwon gewonnen gagne gagnee ganado ganada ganho ganha vinto vinta 受注 受注済 受注済み 成約 成約済 赢单 成交',
  ),
  lost: split('lost closedlost verloren perdu perdue perdido perdida perso persa 失注 失注済 失注済み 输单'),
};

/** Words that mean this in most pipelines; read so, and asked about. */
const LIKELY: Readonly<Record<'won' | 'lost', readonly string[]>> = {
  won: split('win signed purchased beauftragt signe firmado assinado'),
  lost: split(
    'abandoned cancelled canceled disqualified dead withdrawn rejected declined abgesagt abgelehnt storniert annule abandonne cancelado descartado rechazado キャンセル',
  ),
};

/** How sure a word is about the outcome. */
export interface OutcomeWord {
  readonly outcome: Outcome;
  readonly sure: boolean;
}

/**
 * What a stage's name or a status says about the outcome: `Closed Won`, `2 - Gewonnen`, `失注`. Null when
 * it names neither won nor lost nor plainly open, and for `closed` alone, which says too little.
 */
export function outcomeOf(text: string): OutcomeWord | null {
  const words = new Set(plainWords(text).split(' '));
  const says = (list: readonly string[]): boolean => list.some((word) => words.has(word));
  // "Not won" and "Lost, won back" say too much to be read.
  const sure = (['won', 'lost'] as const).filter((outcome) => says(SURE[outcome]));
  if (sure.length === 2 || words.has('not') || words.has('nicht')) return null;
  if (sure[0]) return { outcome: sure[0], sure: true };
  const likely = (['won', 'lost'] as const).find((outcome) => says(LIKELY[outcome]));
  if (likely) return { outcome: likely, sure: false };
  return words.size === 1 && says(SURE.open) ? { outcome: 'open', sure: true } : null;
}

/** Whether the text is the word "closed" with nothing that says how. */
export function isClosedWord(text: string): boolean {
  return CLOSED.has(plainWords(text));
}

const CLOSED = new Set(
  split('closed geschlossen abgeschlossen ferme cloture cerrado fechado chiuso gesloten 完了 クローズ'),
);

function split(words: string): string[] {
  return words.split(' ');
}
