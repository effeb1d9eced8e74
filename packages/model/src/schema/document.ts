/** A calendar date, `YYYY-MM-DD`. It has no time zone. */
export type CalendarDate = string;

/** A moment, ISO 8601 with `Z` or a numeric offset. */
export type Instant = string;

/** When an event happened: an instant, the start of a day, or null for "since always, time unknown". */
// oxlint-disable-next-line typescript/no-duplicate-type-constituents -- both are texts; the names say what is meant
export type At = Instant | CalendarDate | null;

/** Days with `from` ≤ day < `to`. */
export interface Period {
  readonly from: CalendarDate;
  /** Exclusive. */
  readonly to: CalendarDate;
}

/** An amount of money in integer minor units (cents, yen, fils) of a currency. */
export type Minor = number;

/** The seller's own call on an open opportunity. */
export type Category = 'omitted' | 'pipeline' | 'bestCase' | 'mostLikely' | 'commit';

/** What a stage means for an opportunity that stands in it. */
export type StageKind = 'open' | 'won' | 'lost';

/** How an opportunity stands at a day: an unmapped stage counts as open. */
export type Outcome = 'open' | 'won' | 'lost';

/** How much of the past a source knows. */
export type HistoryGrade = 'full' | 'stage-entry' | 'current-only';

/** Which day's rate converts an amount. */
export type RatePolicy = 'closeElseAsOf' | 'asOf' | 'creation' | 'plan';

export type RegistrationState =
  | 'draft'
  | 'submitted'
  | 'underReview'
  | 'pendingApproval'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'cancelled'
  | 'converted';

/** How a partner took part in an opportunity. */
export type CreditRole = 'sourced' | 'influenced' | 'fulfilled' | 'cosell';

/** A fiscal year that starts with a calendar month. */
export interface GregorianCalendar {
  readonly kind: 'gregorian';
  /** 1 (January, the default) to 12. */
  readonly fiscalYearStartMonth?: number;
  /** Which calendar year names the fiscal year; default 'end'. */
  readonly yearLabel?: 'end' | 'start';
}

/** A fiscal year of whole weeks (the 4-4-5 family). */
export interface WeeksCalendar {
  readonly kind: 'weeks';
  readonly pattern: readonly number[];
  readonly fiscalYearStartMonth?: number;
  /** The weekday on which years and weeks start: 1 (Monday) to 7. */
  readonly weekday: number;
  readonly yearLabel?: 'end' | 'start';
}

export type Calendar = GregorianCalendar | WeeksCalendar;

export interface TierRule {
  readonly metric: 'wonAmount' | 'wonCount' | 'winRate' | 'registrations' | 'certifications';
  readonly windowDays: number;
  readonly min: number;
  readonly minN?: number;
}

export interface Tier {
  readonly id: string;
  readonly rank: number;
  readonly mode: 'all' | 'any';
  readonly graceDays: number;
  readonly rules: readonly TierRule[];
}

export interface Protection {
  readonly start: 'approved' | 'submitted';
  readonly days: number;
  readonly extensionDays: number;
  readonly maxExtensions: number;
}

export interface Settings {
  /** IANA name; instants fall on days of this zone. */
  readonly reportTimeZone: string;
  /** ISO 4217 code that amounts are reported in. */
  readonly reportingCurrency: string;
  readonly ratePolicy?: RatePolicy;
  readonly maxRateAgeDays?: number | null;
  readonly calendar?: Calendar;
  readonly protection?: Protection;
  readonly tiers?: readonly Tier[];
}

export interface Meta {
  readonly source?: string;
  readonly asOf?: CalendarDate;
  readonly fetchedAt?: Instant;
  readonly history?: HistoryGrade;
  readonly truncated?: boolean;
}

export interface Stage {
  readonly id: string;
  readonly pipeline: string;
  readonly name: string;
  readonly position: number;
  readonly kind: StageKind;
  /** 0 to 1. */
  readonly probability?: number;
  readonly category?: Category;
  readonly qualified?: boolean;
  readonly staleDays?: number;
}

/** A tier that a partner holds from a day on, until the next one. */
export interface HeldTier {
  readonly tier: string;
  readonly from: CalendarDate;
}

/** Valid from ≤ day < `to`; a null `to` never ends. */
export interface Certification {
  readonly id: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string | null;
  readonly region?: string | null;
  readonly tiers?: readonly HeldTier[];
  readonly certifications?: readonly Certification[];
}

export interface Customer {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly domain?: string | null;
  readonly taxId?: string | null;
  readonly country?: string | null;
}

export interface ProductLine {
  readonly id: string;
  readonly amount: Minor | null;
}

/** What one event sets; a field that is absent keeps its value. */
export interface Changes {
  readonly stage?: string;
  readonly pipeline?: string;
  readonly lostReason?: string;
  readonly amount?: Minor | null;
  readonly currency?: string;
  readonly closeDate?: CalendarDate | null;
  readonly partner?: string | null;
  readonly owner?: string | null;
  /** 0 to 1. */
  readonly probability?: number | null;
  readonly category?: Category | null;
  readonly nextStep?: string | null;
  readonly products?: readonly ProductLine[];
  readonly deleted?: boolean;
  readonly activity?: 'partner' | 'vendor';
}

export interface OpportunityEvent {
  readonly at: At;
  readonly set: Changes;
}

export interface Credit {
  readonly partner: string;
  readonly role: CreditRole;
  readonly at: Instant;
  /** 0 to 1. */
  readonly share?: number;
}

export interface Opportunity {
  readonly id: string;
  readonly name?: string;
  readonly createdAt: At;
  readonly pipeline?: string;
  readonly customer?: Customer;
  readonly region?: string | null;
  readonly segment?: string | null;
  readonly attributes?: Readonly<Record<string, string | number | boolean | null>>;
  readonly history: readonly OpportunityEvent[];
  readonly credits?: readonly Credit[];
}

export type RegistrationEvent =
  | { readonly at: Instant; readonly state: RegistrationState }
  | { readonly at: Instant; readonly extend: true };

export interface Registration {
  readonly id: string;
  readonly partner: string;
  readonly customer: Customer;
  readonly products: readonly string[];
  readonly amount: Minor | null;
  readonly currency: string | null;
  readonly opportunityId: string | null;
  readonly history: readonly RegistrationEvent[];
}

export interface Rate {
  readonly currency: string;
  readonly date: CalendarDate;
  /** Reporting currency per unit, decimal text. */
  readonly rate: string;
}

export interface PlanRate {
  readonly currency: string;
  readonly rate: string;
}

export interface Quota {
  /** Null is the company's quota. */
  readonly partner: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly amount: Minor;
  readonly currency: string;
}

/** The canonical document: everything the kit reads, whatever system it came from. */
export interface PipelineDocument {
  readonly schema: 'pipeline-kit/document@1';
  readonly meta?: Meta;
  readonly settings: Settings;
  readonly stages: readonly Stage[];
  readonly partners: readonly Partner[];
  readonly opportunities: readonly Opportunity[];
  readonly registrations?: readonly Registration[];
  readonly rates?: readonly Rate[];
  readonly planRates?: readonly PlanRate[];
  readonly quotas?: readonly Quota[];
}
