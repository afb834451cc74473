/** Points of an answered paper – demands of a motion, questions of an inquiry – and how a statement answers them. */
import * as z from 'zod';
import { idSchema, lineSchema, paperTypeSchema } from '../../record/basics.ts';

export const pointKindSchema = z.enum(['demand', 'question']);
export type PointKind = z.infer<typeof pointKindSchema>;

/** What the administration says to a demand (domain.md §1). */
const POSITIONS = ['approve', 'partly', 'reject', 'alternative', 'already-done', 'not-competent'] as const;
export const positionSchema = z.enum(POSITIONS);
export type Position = z.infer<typeof positionSchema>;

/** How far a question is answered; `withdrawn` also a demand that nobody pursues. */
const ANSWER_STATES = ['open', 'answered', 'partly', 'cannot', 'withdrawn'] as const;
export const answerStateSchema = z.enum(ANSWER_STATES);
export type AnswerState = z.infer<typeof answerStateSchema>;

/** In the paper's text, or for a passage in the reply: UTF-16 units of the block's plain text. */
export const pointPlaceSchema = z.object({
  block: z.string().max(64).nullable(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type PointPlace = z.infer<typeof pointPlaceSchema>;

export const MOST_POINTS = 500;
const DEEPEST_LEVEL = 5;

export const pointSchema = z.object({
  id: idSchema,
  /** As the paper prints it, "2 a)"; each once in a paper. */
  label: lineSchema.min(1).max(60),
  /** 0 for the outermost; a point belongs to the nearest one before it with a smaller level. */
  level: z.number().int().min(0).max(DEEPEST_LEVEL),
  kind: pointKindSchema,
  /** Only a heading over others: nothing in it to answer. */
  isGroup: z.boolean(),
  text: z.string().min(1).max(100_000),
  places: z.array(pointPlaceSchema).max(500),
  /** What became of it when the paper got another text: new in it, worded otherwise, no longer in it. */
  change: z.enum(['new', 'changed', 'gone']).nullable(),
  /** How a changed point read before. */
  formerText: z.string().max(100_000).nullable(),
});
export type Point = z.infer<typeof pointSchema>;

export const pointAnswerSchema = z.object({
  pointId: idSchema,
  position: positionSchema.nullable(),
  state: answerStateSchema,
  /** Why it cannot be answered, or in part only. */
  reason: lineSchema,
  /** The point whose answer answers this one, too. */
  sameAs: idSchema.nullable(),
  /** Where the reply answers it. */
  passages: z.array(pointPlaceSchema).max(200),
  /** The point reads otherwise since it was answered. */
  isStale: z.boolean(),
});
export type PointAnswer = z.infer<typeof pointAnswerSchema>;

/** What a person changes of an answer; what is absent stays. */
export const pointAnswerChangeSchema = pointAnswerSchema.omit({ pointId: true }).partial();
export type PointAnswerChange = z.infer<typeof pointAnswerChangeSchema>;

/** How an office lays a reply out: each question quoted, "Zu Frage 1:" alone, or all questions first. */
export const skeletonFormSchema = z.enum(['quoted', 'by-label', 'all-first']);
export type SkeletonForm = z.infer<typeof skeletonFormSchema>;

export const paperPointsSchema = z.object({
  paperId: idSchema,
  reference: lineSchema.nullable(),
  name: lineSchema,
  paperType: paperTypeSchema,
  /** What its points are; null for papers that ask for nothing. */
  kind: pointKindSchema.nullable(),
  /** How often they were changed; 0: nobody has taken them over, they are a proposal with ids for now. */
  revision: z.number().int().min(0),
  points: z.array(pointSchema),
});
export type PaperPoints = z.infer<typeof paperPointsSchema>;

export const pointOverviewSchema = z.object({
  /** The papers that a statement answers, in their order; a paper by itself. */
  papers: z.array(paperPointsSchema),
  /** Of the statement; empty for a paper by itself. */
  answers: z.array(pointAnswerSchema),
  /** Points with words below their heading in the reply, by their ids. */
  written: z.array(idSchema),
  /** Points that were taken over and that nobody has answered. */
  open: z.number().int(),
});
export type PointOverview = z.infer<typeof pointOverviewSchema>;
