/**
 * Where a field stands in a record: `Amount`, `Account.Name`, `properties.amount`, `stage_id.1`.
 * A key that contains dots itself is found whole before the path is taken apart.
 */
export type FieldPath = string;

/**
 * How days and moments are written. Year-first dates, ISO 8601 and dates with the month's name
 * have one reading and are understood whatever the style says.
 */
export type DateStyle =
  | 'iso' // 2026-03-04, 2026-03-04T10:15:00+01:00, 20260304
  | 'ymd' // 2026/03/04, 26/03/04
  | 'dmy' // 04.03.2026, 04/03/26
  | 'mdy' // 03/04/2026, 03/04/26 10:15 AM
  | 'epoch-ms' // milliseconds since 1970-01-01T00:00Z, as a number or text
  | 'epoch-s' // seconds since then
  | 'serial'; // days since 1899-12-30, as spreadsheets count

/** How numbers are written. Currency signs and codes around a number are understood in every style. */
export type NumberStyle =
  | 'plain' // 1234.56 and 5e4; nothing between thousands
  | 'point' // 1,234.56, 1 234.56 or 1'234.56
  | 'comma'; // 1.234,56, 1 234,56 or 1'234,56

/** The unit in which amounts are written. */
export type MoneyUnit = 'major' | 'minor' | 'micros';

export type CsvSeparator = ',' | ';' | '\t' | '|';

/** Fields that hold a day or a moment. */
export type DateField = 'createdAt' | 'stageEnteredAt' | 'closeDate' | 'closedAt';

/** Which path of a record feeds which field of an opportunity. A field that is not given stays unknown. */
export interface MappingFields {
  /** Absent: each record is named after its place, `row-6`. */
  readonly id?: FieldPath;
  readonly name?: FieldPath;
  /** The step of the pipeline. The text in the record is both id and name of the stage. */
  readonly stage?: FieldPath;
  /** Open, won or lost in words, beside the stage; where the two disagree the status holds. */
  readonly status?: FieldPath;
  /** True when the opportunity is won or lost. */
  readonly isClosed?: FieldPath;
  /** True when it is won; with `isClosed` true and this false it is lost. */
  readonly isWon?: FieldPath;
  readonly pipeline?: FieldPath;
  readonly amount?: FieldPath;
  readonly currency?: FieldPath;
  readonly probability?: FieldPath;
  /** The seller's own call: pipeline, best case, commit … */
  readonly category?: FieldPath;
  /** Id of the partner; also its name while `partnerName` is not given. */
  readonly partner?: FieldPath;
  readonly partnerName?: FieldPath;
  readonly owner?: FieldPath;
  /** Name of the customer. */
  readonly customer?: FieldPath;
  readonly customerId?: FieldPath;
  readonly customerDomain?: FieldPath;
  readonly customerCountry?: FieldPath;
  readonly region?: FieldPath;
  readonly segment?: FieldPath;
  readonly createdAt?: FieldPath;
  /** When the present stage was entered. */
  readonly stageEnteredAt?: FieldPath;
  /**
   * The day on which the seller expects to close. Without `closedAt` it is the closing day of what is
   * closed already, as CRMs overwrite it then.
   */
  readonly closeDate?: FieldPath;
  /** The day on which it was really won or lost. */
  readonly closedAt?: FieldPath;
  readonly lostReason?: FieldPath;
  /** A text (split by `productSeparator`) or a list of texts. */
  readonly products?: FieldPath;
  readonly nextStep?: FieldPath;
  /** True for a record that the source has deleted. */
  readonly deleted?: FieldPath;
}

export type MappingField = keyof MappingFields;

/** Stage names as the records write them; capitals and blanks around do not matter. */
export interface MappingStages {
  /** Open stages, first to last. Stages not named follow in the order inferred for them. */
  readonly order?: readonly string[];
  /** Stages that mean won. Given, only these do. */
  readonly won?: readonly string[];
  /** Stages that mean lost. Given, only these do. */
  readonly lost?: readonly string[];
}

/** Words of the `status` field. A kind that is given replaces the words known for it. */
export interface MappingStatus {
  readonly open?: readonly string[];
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
}

/** How a table is cut; each is detected when absent. */
export interface MappingTable {
  readonly separator?: CsvSeparator;
  /** The row that holds the column names, 1 for the first. */
  readonly headerRow?: number;
  /** A label of the Encoding Standard, `windows-1252`, `shift_jis`. */
  readonly encoding?: string;
}

/**
 * How the records of any JSON or CSV become opportunities. A plain value that survives JSON: what is
 * guessed can be looked at, corrected and kept.
 */
export interface Mapping {
  /** Path of the list of records in JSON: `data.items`, `` for the top. Absent: it is looked for. */
  readonly records?: string;
  readonly table?: MappingTable;
  readonly fields: MappingFields;
  /** Further fields to filter by: name in the document → path in the record. */
  readonly attributes?: Readonly<Record<string, FieldPath>>;
  /** One style for all, or one per field; default 'iso'. */
  readonly dates?: DateStyle | Readonly<Partial<Record<DateField, DateStyle>>>;
  /**
   * Zone in which times without an offset are written. Absent: such a time keeps the day as written
   * and loses the hour, since which moment it was is unknown.
   */
  readonly timeZone?: string;
  /** Default 'plain'. */
  readonly numbers?: NumberStyle;
  readonly money?: {
    /** ISO 4217 code of every amount whose record names none. */
    readonly currency?: string;
    /** Default 'major'. */
    readonly unit?: MoneyUnit;
  };
  /** What certainty is written as; default '0-100'. A percent sign says 0–100 whatever stands here. */
  readonly probability?: '0-1' | '0-100';
  readonly stages?: MappingStages;
  readonly status?: MappingStatus;
  /** Texts that mean unknown, beside the empty one: `n/a`, `-`. */
  readonly blanks?: readonly string[];
  /** Splits a text of several products, `;`. Absent: the text is one product. */
  readonly productSeparator?: string;
}
