import { z } from 'zod'

/*
 * Every type that crosses a stage. The shapes are the project's public data contract (docs/contract.md);
 * the JSON Schema is generated from them. Spans are UTF-16 code-unit offsets into `report.text`, end exclusive.
 */

export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

export const PublicationBasis = z.enum(['given', 'metadata', 'dateline', 'url', 'inferred'])
export const DatedBy = z.object({ edtf: z.string(), basis: PublicationBasis, span: Span.optional() })
/** A date of the report itself, with how it is known. */
export type DatedBy = z.infer<typeof DatedBy>

export const BlockKind = z.enum(['title', 'body', 'caption', 'repeat', 'metadata', 'boilerplate', 'byline', 'credit'])
export type BlockKind = z.infer<typeof BlockKind>
export const Block = Span.extend({ kind: BlockKind, repeats: z.int().nonnegative().optional() })
/** A stretch of the text by kind; blocks partition the text. `repeats` is the index of the block it repeats. */
export type Block = z.infer<typeof Block>

export const Credit = z.object({ text: z.string(), actor: z.string().optional(), span: Span })
/** An agency or paper that the whole report is credited to. */
export type Credit = z.infer<typeof Credit>

export const Report = z.object({
  id: z.string(),
  source: z.object({ path: z.string().optional(), url: z.string().optional(), mediaType: z.string(), retrievedAt: z.string().optional() }),
  title: z.string().nullable(),
  outlet: z.object({ name: z.string(), actor: z.string().optional() }).nullable(),
  credits: z.array(Credit),
  byline: z.string().nullable(),
  published: DatedBy.nullable(),
  updated: DatedBy.nullable(),
  language: z.string(),
  text: z.string(),
  blocks: z.array(Block),
})
export type Report = z.infer<typeof Report>

export const Modifier = z.enum([
  'exact',
  'about',
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'between',
  'tens',
  'hundreds',
  'thousands',
  'tens-of-thousands',
  'hundreds-of-thousands',
  'millions',
])
export type Modifier = z.infer<typeof Modifier>

export const Counted = Span.extend({
  text: z.string(),
  of: z.string(),
  sex: z.enum(['female', 'male']).optional(),
  age: z.enum(['child', 'adult']).optional(),
  affiliation: z.string().optional(),
  nationality: z.string().optional(),
})
/** The head noun that a quantity counts, with what the text says of it. */
export type Counted = z.infer<typeof Counted>

const Mention = Span.extend({ id: z.string() })
export const Quantity = Mention.extend({
  min: z.number().nullable(),
  max: z.number().nullable(),
  modifier: Modifier,
  unit: z.string(),
  counted: Counted.optional(),
  per: Span.optional(),
  why: z.array(z.string()).optional(),
})
/** An expression of a quantity. 200: 200..200; 'more than 70000': 70000..null. */
export type Quantity = z.infer<typeof Quantity>

export const Time = Mention.extend({
  edtf: z.string().nullable(),
  basis: z.enum(['absolute', 'publication', 'context']),
  modifier: z.enum(['about', 'before', 'after', 'since', 'until']).optional(),
  part: z.enum(['early', 'mid', 'late']).optional(),
  relative: z.union([z.object({ shift: z.string() }), z.object({ weekday: z.int().min(1).max(7) })]).optional(),
  why: z.array(z.string()).optional(),
})
/** An expression of time; durations carry EDTF durations such as P6M. */
export type Time = z.infer<typeof Time>

export const PlaceKind = z.enum([
  'country',
  'region',
  'governorate',
  'district',
  'city',
  'town',
  'village',
  'camp',
  'prison',
  'crossing',
  'site',
])
export type PlaceKind = z.infer<typeof PlaceKind>
export const Place = Mention.extend({
  place: z.string(),
  name: z.string(),
  lat: z.number(),
  lon: z.number(),
  kind: PlaceKind,
  metonymOf: z.string().optional(),
  dateline: z.literal(true).optional(),
  why: z.array(z.string()).optional(),
})
/** A mention of a place of the gazetteer. `lat`, `lon` in degrees (WGS 84). */
export type Place = z.infer<typeof Place>

export const ActorType = z.enum(['armed-group', 'state', 'person', 'outlet', 'institution', 'coalition', 'community'])
export type ActorType = z.infer<typeof ActorType>
export const Actor = Mention.extend({
  actor: z.string().optional(),
  name: z.string(),
  type: ActorType,
  private: z.literal(true).optional(),
  loaded: z.literal(true).optional(),
  why: z.array(z.string()).optional(),
})
/** A mention of an actor; `actor` is its id in the registry, where it has one. */
export type Actor = z.infer<typeof Actor>

export const Mentions = z.object({
  quantities: z.array(Quantity),
  times: z.array(Time),
  places: z.array(Place),
  actors: z.array(Actor),
})
export type Mentions = z.infer<typeof Mentions>

export const Act = z.enum(['say', 'report', 'claim', 'confirm', 'deny', 'acknowledge', 'warn', 'threaten', 'demand', 'estimate', 'decline'])
/** What a source does with what it says. */
export type Act = z.infer<typeof Act>
export const Hop = Span.extend({
  text: z.string(),
  actor: z.string().optional(),
  cue: Span.optional(),
  act: Act,
  named: z.boolean(),
})
/** One source of a chain, from the outlet towards the origin. */
export type Hop = z.infer<typeof Hop>

export const Statement = Span.extend({ id: z.string(), chain: z.array(Hop), why: z.array(z.string()).optional() })
/** A stretch of text and the chain it is attributed to. */
export type Statement = z.infer<typeof Statement>

/** Event types, most specific first: the first that fits wins. */
export const EVENT_TYPES = [
  'exchange',
  'ransom',
  'breakout',
  'escape',
  'execute',
  'kidnap',
  'arrest',
  'screen',
  'trial',
  'pardon',
  'release',
  'repatriate',
  'refuse-repatriation',
  'request-return',
  'return-home',
  'evacuate',
  'transfer',
  'camp-population',
  'hold',
  'missing',
  'kill',
  'injure',
  'casualties',
  'displace',
  'recruit',
  'deploy',
  'attack',
  'capture-territory',
  'agreement',
  'campaign',
  'no-comment',
  'denial-of-knowledge',
  'forecast',
  'other',
] as const
export const EventType = z.enum(EVENT_TYPES)
export type EventType = z.infer<typeof EventType>

export const Modality = z.enum(['actual', 'planned', 'possible', 'conditional', 'demanded', 'denied', 'generic'])
export type Modality = z.infer<typeof Modality>

export const Roles = z.object({
  agent: z.string().optional(),
  patient: z.string().optional(),
  custodian: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  counterpart: z.string().optional(),
  instrument: z.string().optional(),
  intermediary: z.string().optional(),
  price: z.string().optional(),
})
/** Mention ids by role. */
export type Roles = z.infer<typeof Roles>

export const Leg = z.object({
  giver: z.string(),
  receiver: z.string(),
  figures: z.array(z.string()),
  unwilling: z.literal(true).optional(),
})
/** One leg of an exchange: who gave whom. Mention ids. */
export type Leg = z.infer<typeof Leg>

export const Claim = z.object({
  id: z.string(),
  type: EventType,
  modality: Modality,
  figure: z.string().optional(),
  roles: Roles,
  legs: z.array(Leg).optional(),
  time: z.object({ edtf: z.string(), mention: z.string().optional() }).optional(),
  place: z.object({ place: z.string(), name: z.string(), mention: z.string().optional() }).optional(),
  chain: z.array(Hop),
  origin: z.object({ actor: z.string().optional(), name: z.string() }).nullable(),
  evidence: Span,
  why: z.array(z.string()),
})
export type Claim = z.infer<typeof Claim>

export const Verdict = z.enum(['agrees', 'rounding', 'scope', 'update', 'conflict', 'compatible'])
export type Verdict = z.infer<typeof Verdict>
export const Bilingual = z.object({ ar: z.string(), en: z.string() })
/** One plain sentence in both languages. */
export type Bilingual = z.infer<typeof Bilingual>
export const Finding = z.object({
  kind: z.enum(['sum', 'figure', 'date', 'headline', 'impossible']),
  verdict: Verdict,
  evidence: z.array(Span),
  claims: z.array(z.string()).optional(),
  message: Bilingual,
})
/** What a report says for or against itself. */
export type Finding = z.infer<typeof Finding>

export const Warning = z.object({ code: z.string(), message: z.string() })
export type Warning = z.infer<typeof Warning>

export const Reading = z.object({
  schema: z.literal('isnad.reading/1'),
  rules: z.string(),
  report: Report,
  mentions: Mentions,
  statements: z.array(Statement),
  claims: z.array(Claim),
  findings: z.array(Finding),
  warnings: z.array(Warning),
})
/** What one report becomes: the project's public data contract. */
export type Reading = z.infer<typeof Reading>

export const CopyLink = z.object({
  kind: z.literal('copy'),
  a: z.object({ path: z.string() }),
  b: z.object({ path: z.string() }),
  relation: z.enum(['near-copy', 'shared-passage']),
  similarity: z.number().min(0).max(1),
  passages: z.array(z.object({ a: Span, b: Span })),
})
/** Two reports that share text; `a` is the earlier where dates allow. */
export type CopyLink = z.infer<typeof CopyLink>

const FigureRef = Span.extend({ path: z.string() })
export const ComparisonLink = z.object({
  kind: z.literal('comparison'),
  a: FigureRef,
  b: FigureRef,
  verdict: Verdict,
  independent: z.union([z.boolean(), z.literal('unknown')]),
  why: Bilingual,
})
/** Two figures of different reports that measure the same thing. */
export type ComparisonLink = z.infer<typeof ComparisonLink>

export const Link = z.discriminatedUnion('kind', [CopyLink, ComparisonLink])
export type Link = z.infer<typeof Link>

/** Version of the reading rules: it changes whenever a reading may come out differently. */
export const RULES_VERSION = '0.2.0'
