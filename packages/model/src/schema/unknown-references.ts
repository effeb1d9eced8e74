import type { Opportunity, PipelineDocument } from './document.js';
import { quote } from './explain.js';
import type { IssueList } from './issue-list.js';

/**
 * Notes each name of a stage, partner, tier, opportunity or currency that the document does not
 * explain. The records stay: an unmapped stage counts as open, an amount without a rate is counted
 * and not priced.
 */
export function noteUnknownReferences(document: PipelineDocument, issues: IssueList): void {
  const known = knownNames(document);
  const note = (kind: Kind, name: string, ...path: (string | number)[]): void =>
    issues.note(`${kind}\0${name}`, 'unknown', path, `${REASONS[kind]}: ${quote(name)}`);

  document.partners.forEach(({ parentId, tiers }, index) => {
    if (parentId != null && !known.partners.has(parentId))
      note('partner', parentId, 'partners', index, 'parentId');
    tiers?.forEach(({ tier }, place) => {
      if (!known.tiers.has(tier)) note('tier', tier, 'partners', index, 'tiers', place, 'tier');
    });
  });
  document.opportunities.forEach((opportunity, index) => noteOpportunity(opportunity, index, known, note));
  document.registrations?.forEach(({ partner, opportunityId, currency }, index) => {
    const place = ['registrations', index] as const;
    if (!known.partners.has(partner)) note('partner', partner, ...place, 'partner');
    if (currency !== null && !known.currencies.has(currency))
      note('currency', currency, ...place, 'currency');
    if (opportunityId !== null && !known.opportunities.has(opportunityId)) {
      note('opportunity', opportunityId, ...place, 'opportunityId');
    }
  });
  document.quotas?.forEach(({ partner, currency }, index) => {
    if (partner !== null && !known.partners.has(partner))
      note('partner', partner, 'quotas', index, 'partner');
    if (!known.currencies.has(currency)) note('currency', currency, 'quotas', index, 'currency');
  });
}

type Kind = 'stage' | 'partner' | 'tier' | 'opportunity' | 'currency';
type Note = (kind: Kind, name: string, ...path: (string | number)[]) => void;

const REASONS: Readonly<Record<Kind, string>> = {
  stage: 'unknown stage, counted as open',
  partner: 'unknown partner',
  tier: 'unknown tier',
  opportunity: 'unknown opportunity',
  currency: 'currency without a rate, its amounts are not priced',
};

interface KnownNames {
  /** Pairs of pipeline and stage, and stages alone. */
  readonly stages: ReadonlySet<string>;
  readonly partners: ReadonlySet<string>;
  readonly tiers: ReadonlySet<string>;
  readonly opportunities: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
}

function knownNames({
  settings,
  stages,
  partners,
  opportunities,
  registrations,
  rates,
  planRates,
}: PipelineDocument): KnownNames {
  const priced = [...(rates ?? []), ...(planRates ?? [])].map(({ currency }) => currency);
  return {
    stages: new Set(stages.flatMap(({ id, pipeline }) => [id, `${pipeline}\0${id}`])),
    partners: new Set(partners.map(({ id }) => id)),
    tiers: new Set(settings.tiers?.map(({ id }) => id)),
    opportunities: new Set(registrations === undefined ? [] : opportunities.map(({ id }) => id)),
    currencies: new Set([settings.reportingCurrency, ...priced]),
  };
}

function noteOpportunity(
  { history, credits }: Opportunity,
  index: number,
  known: KnownNames,
  note: Note,
): void {
  history.forEach(({ set: { stage, pipeline, partner, currency } }, place) => {
    if (stage !== undefined && !known.stages.has(pipeline === undefined ? stage : `${pipeline}\0${stage}`)) {
      note('stage', stage, 'opportunities', index, 'history', place, 'set', 'stage');
    }
    if (partner != null && !known.partners.has(partner)) {
      note('partner', partner, 'opportunities', index, 'history', place, 'set', 'partner');
    }
    if (currency !== undefined && !known.currencies.has(currency)) {
      note('currency', currency, 'opportunities', index, 'history', place, 'set', 'currency');
    }
  });
  credits?.forEach(({ partner }, place) => {
    if (!known.partners.has(partner))
      note('partner', partner, 'opportunities', index, 'credits', place, 'partner');
  });
}
