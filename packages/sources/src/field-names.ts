import type { MappingField } from '@pipeline-kit/model/schema';
import { plainWords } from './plain-words.js';

/**
 * Names that systems and people give to fields, the commonest first, in English, German, French,
 * Spanish, Portuguese and Japanese. Accents, capitals and separators do not matter.
 */
const NAMES: Readonly<Partial<Record<MappingField, string>>> = {
  id: 'id, opportunity id, deal id, record id, hs object id, reference id, guid, uuid, key, number, no, nr, ref, reference, code, nummer, kennung, vorgangsnummer, chancen nr, identifiant, numéro, référence, identificador, número, código, 商談id, 案件番号, 案件id, 番号',
  name: 'name, opportunity name, deal name, title, subject, topic, opportunity, deal, bezeichnung, titel, betreff, thema, verkaufschance, nom, titre, sujet, intitulé, opportunité, affaire, nombre, título, asunto, oportunidad, nome, assunto, oportunidade, negócio, 商談名, 案件名, 件名, 名前, タイトル',
  stage:
    'stage, stage name, deal stage, sales stage, pipeline stage, funnel stage, phase, step, stage id, sales stage code, stufe, verkaufsphase, vertriebsphase, verkaufsstufe, étape, stade, étape de vente, phase de vente, etapa, fase, etapa de venta, etapa de vendas, estágio, フェーズ, ステージ, 商談フェーズ, 段階',
  status:
    'status, state, outcome, result, win loss, status name, state code, zustand, ergebnis, statut, état, résultat, estado, resultado, situação, ステータス, 状態, 状況, 結果',
  isClosed: 'is closed, closed, hs is closed, geschlossen, fermé, cerrado, fechado',
  isWon: 'is won, won, closed won, hs is closed won, gewonnen, gagné, ganado, ganho',
  pipeline:
    'pipeline, pipeline name, pipeline id, deal pipeline id, sales process, process, vertriebsprozess, パイプライン',
  amount:
    'amount, value, deal value, close value, opportunity value, estimated value, contract value, total contract value, tcv, acv, arr, deal size, revenue, estimated revenue, expected revenue, price, total, sum, worth, betrag, wert, volumen, auftragswert, auftragsvolumen, angebotswert, umsatz, erwarteter umsatz, summe, montant, valeur, chiffre d affaires, ca, importe, monto, valor, ingresos, montante, quantia, receita, 金額, 受注金額, 見積金額, 売上予定, 売上',
  currency:
    'currency, currency code, currency iso code, deal currency code, curr, ccy, währung, waehrung, devise, monnaie, moneda, divisa, moeda, 通貨',
  probability:
    'probability, probability %, win probability, close probability, hs deal stage probability, prob, likelihood, confidence, chance, win %, wahrscheinlichkeit, abschlusswahrscheinlichkeit, probabilité, probabilidad, probabilidade, 確度, 受注確度, 確率',
  category:
    'forecast category, forecast category name, forecast, hs manual forecast category, prognosekategorie, catégorie de prévision, categoría de pronóstico, 売上予測分類',
  partner:
    'partner, partner name, channel partner, partner account, partner company, partner id, reseller, reseller name, distributor, agent, sales agent, referral partner, vertriebspartner, fachhändler, händler, wiederverkäufer, partenaire, revendeur, distributeur, socio, canal, revendedor, distribuidor, parceiro, revenda, パートナー, 代理店, 販売店, パートナー名',
  owner:
    'owner, owner name, deal owner, opportunity owner, sales rep, rep, salesperson, sales person, account executive, account manager, assigned to, assigned user, responsible, seller, owner id, hubspot owner id, besitzer, inhaber, verantwortlich, verantwortlicher, zuständig, vertriebsmitarbeiter, bearbeiter, propriétaire, commercial, responsable, vendeur, propietario, vendedor, comercial, proprietário, responsável, 所有者, 担当者, 担当, 営業担当',
  customer:
    'account, account name, customer, customer name, company, company name, client, client name, organization, organisation, org name, buyer, end customer, kunde, kundenname, firma, unternehmen, endkunde, compte, nom du compte, société, entreprise, cliente, cuenta, nombre de la cuenta, empresa, conta, nome da conta, 取引先, 取引先名, 顧客, 顧客名, 会社名',
  customerId:
    'account id, customer id, company id, client id, org id, organization id, kundennummer, kunden id, kundennr, id client, id cliente, 取引先id, 顧客id',
  customerDomain: 'domain, website, company domain, account website, web site, webseite, site web, sitio web',
  customerCountry: 'customer country, account country, billing country, company country',
  region:
    'region, sales region, territory, area, geo, country, gebiet, vertriebsgebiet, land, région, territoire, pays, región, territorio, país, região, território, 地域, エリア, 国',
  segment:
    'segment, market segment, customer segment, industry, sector, vertical, branche, secteur, segmento, industria, setor, indústria, セグメント, 業種, 業界',
  createdAt:
    'created, created date, created at, created on, create date, creation date, date created, create time, creation time, add time, date added, opened, open date, opened on, engage date, start date, date entered, property createdate, erstellt, erstellt am, erstelldatum, angelegt, angelegt am, anlagedatum, eröffnet am, date de création, créé le, créée le, fecha de creación, creado, creado el, data de criação, criado em, 作成日, 作成日時, 登録日',
  stageEnteredAt:
    'stage entered, stage entered at, stage entry date, date entered stage, entered stage, stage since, in stage since, current stage since, stage change time, stage change date, last stage change date, date last stage update, last stage change, hs v2 date entered current stage, stage start date, phase seit, in phase seit, phase geändert am, date d entrée dans l étape, fecha de entrada en etapa, data de entrada na etapa, フェーズ変更日',
  closeDate:
    'close date, closedate, closing date, expected close, expected close date, expected closing date, estimated close date, expected close time, target close date, target close, close, forecast close date, date deadline, deadline, abschlussdatum, abschluss, geplanter abschluss, geplantes abschlussdatum, voraussichtlicher abschluss, voraussichtliches abschlussdatum, erwarteter abschluss, schlusstermin, date de clôture, date de fermeture, clôture prévue, date de clôture prévue, échéance, fecha de cierre, cierre, cierre previsto, fecha de cierre prevista, fecha estimada de cierre, data de fechamento, fechamento previsto, previsão de fechamento, data de encerramento, data de fecho, 完了予定日, クローズ予定日, 成約予定日, 受注予定日',
  closedAt:
    'closed date, closed at, closed on, date closed, actual close date, actual closing date, closed time, close time, won time, won date, won on, date won, abgeschlossen am, geschlossen am, gewonnen am, tatsächlicher abschluss, tatsächliches abschlussdatum, clôturé le, date de clôture réelle, conclu le, cerrado el, fecha de cierre real, fechado em, data de fechamento real, 受注日, 成約日, 完了日',
  lostReason:
    'lost reason, loss reason, closed lost reason, reason lost, reason for loss, loss reason description, verlustgrund, grund für verlust, absagegrund, motif de perte, raison de perte, raison de la perte, motivo de pérdida, motivo de la pérdida, razón de pérdida, motivo da perda, motivo de perda, 失注理由',
  products:
    'product, products, product name, product line, produkt, produkte, produit, produits, producto, productos, produto, produtos, 製品, 製品名, 商品, 商品名',
  nextStep:
    'next step, next steps, next action, nächster schritt, nächste schritte, prochaine étape, próximo paso, siguiente paso, próximo passo, próxima etapa, 次のステップ',
  deleted: 'is deleted, deleted, gelöscht, supprimé, eliminado, excluído',
};

/** Words that only say that the field is an opportunity's. */
const FILLERS = new Set(
  'opportunity opportunities opp deal deals property properties attributes fields node data crm verkaufschance'.split(
    ' ',
  ),
);

/** Words that turn a name into another field: `weighted amount` is no amount, `created by` no date. */
const SPOILERS: Readonly<Partial<Record<MappingField, RegExp>>> = {
  amount:
    /\b(?:weighted|gewichtet\w*|pondere\w*|ponderad\w*|converted|base|home|currency|tax|discount|quantity|quota|annual revenue|total size|count|id|by|date)\b/,
  name: /\b(?:first|last|user|owner|contact|file|campaign|currency|stage|partner|region|status|product|pipeline)\b/,
  createdAt: /\b(?:by|user|modified|updated|simulated)\b/,
  closeDate:
    /\b(?:by|user|modified|updated|simulated|original|actual|previous|prev|reelle|real|tatsachlich\w*)\b/,
  closedAt: /\b(?:by|user|simulated|expected|estimated)\b/,
  stage:
    /\b(?:date|time|days|duration|since|previous|prev|last|entered|probability|order|count|number|changed?|seit)\b/,
  status: /\b(?:date|time|lead|contact|payment|sync|reason)\b/,
  partner: /\b(?:type|tier|level|region|country|manager|date|role|email|phone)\b/,
  owner: /\b(?:email|phone|date|role|team)\b/,
  customer:
    /\b(?:owner|type|manager|rating|number|email|phone|since|revenue|executive|source|industry|site|status|country|region)\b/,
  id: /\b(?:owner|account|user|contact|campaign|parent|partner|stage|pipeline|company|org|person|record type)\b/,
};

export interface NameMatch {
  readonly field: MappingField;
  /** 1 for a field's own name, less for a name that only contains it. */
  readonly score: number;
  /** The known name that was found in it. */
  readonly known: string;
}

const KNOWN = Object.entries(NAMES).flatMap(([field, names]) =>
  names.split(', ').map((name, index, all) => ({
    field: field as MappingField,
    words: plainWords(name),
    compact: plainWords(name).replaceAll(' ', ''),
    // The commonest names win over the rarer ones when two columns both have one.
    rank: 1 - (index / all.length) * 0.08,
  })),
);
const BY_COMPACT = new Map<string, (typeof KNOWN)[number][]>();
for (const known of KNOWN) BY_COMPACT.set(known.compact, [...(BY_COMPACT.get(known.compact) ?? []), known]);

/** The fields that a column or path may be by its name, the likeliest first. */
export function matchNames(path: string): NameMatch[] {
  const best = new Map<MappingField, NameMatch>();
  const offer = (known: (typeof KNOWN)[number], strength: number, words: string): void => {
    if (SPOILERS[known.field]?.test(words) && known.words !== words) return;
    const score = strength * known.rank;
    if (score > (best.get(known.field)?.score ?? 0))
      best.set(known.field, { field: known.field, score, known: known.words });
  };
  const words = pathWords(path);
  const bare = words
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .join(' ');
  for (const form of new Set([words, bare])) {
    for (const known of BY_COMPACT.get(form.replaceAll(' ', '')) ?? [])
      offer(known, form === words ? 1 : 0.98, form);
  }
  for (const known of KNOWN) {
    // Scripts without blanks between words are compared from the front or the end.
    const inside = /[\u3000-\u9FFF]/.test(known.words)
      ? known.words.length > 1 && (bare.startsWith(known.words) || bare.endsWith(known.words))
      : ` ${bare} `.includes(` ${known.words} `);
    if (!inside || known.words.length < 2) continue;
    const atEdge = bare.startsWith(known.words) || bare.endsWith(known.words);
    offer(known, (atEdge ? 0.6 : 0.5) + 0.3 * (known.words.length / bare.length), bare);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** The words of a path: of `properties.amount.value` those that name it, without wrappers and custom-field marks. */
function pathWords(path: string): string {
  const segments = path.split('.').filter((segment) => !/^\d+$/.test(segment));
  if (segments.length > 1 && /^(?:value|label|text|display_?name)$/i.test(segments.at(-1) ?? ''))
    segments.pop();
  return plainWords(segments.join(' ').replace(/__c\b|_c\b/g, ' '))
    .split(' ')
    .filter((word) => !/^\p{Sc}$/u.test(word) && word !== '%')
    .join(' ');
}
