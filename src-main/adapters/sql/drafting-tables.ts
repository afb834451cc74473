/** Tables of what stands beside a draft: comments, copies that came back, points and their answers, text modules. */
export interface CommentTable {
  id: string;
  statement_id: string;
  field: string;
  block_id: string | null;
  start_sign: number;
  end_sign: number;
  words: string;
  text: string;
  author: string;
  written_at: string;
  source: string | null;
  at: string;
  actor: string;
  resolved_at: string | null;
  resolved_by: string | null;
}
export interface ReviewTable {
  id: string;
  statement_id: string;
  file_name: string;
  review_json: string;
  refused_json: string;
  at: string;
  actor: string;
  closed_at: string | null;
}
export interface PointSetTable {
  paper_id: string;
  revision: number;
  at: string;
  actor: string;
}
export interface PointTable {
  id: string;
  paper_id: string;
  seq: number;
  level: number;
  label: string;
  kind: string;
  is_group: number;
  text: string;
  places_json: string;
  change: string | null;
  former_text: string | null;
}
export interface PointAnswerTable {
  statement_id: string;
  point_id: string;
  position: string | null;
  state: string;
  reason: string;
  same_as: string | null;
  passages_json: string;
  is_stale: number;
  at: string;
  actor: string;
}
export interface TextModuleTable {
  id: string;
  revision: number;
  owner: string;
  content_json: string;
  removed_at: string | null;
  at: string;
  actor: string;
}
export interface TextModuleVersionTable {
  module_id: string;
  revision: number;
  content_json: string;
  at: string;
  actor: string;
}
