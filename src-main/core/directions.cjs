'use strict';
/**
 * Which subject of the core may know which: from the floor up, each line names all that its subject imports. Types count. `ports` (what is
 * needed from outside) is open to everybody and knows only types; `app.ts` composes the services. dependency-cruiser refuses the rest.
 */
module.exports = {
  // What everything stands on.
  office: [],
  paper: [],
  clock: [],
  reading: [],
  unfinished: [],
  'rich-text': ['paper'],
  number: ['office', 'paper'],
  attachment: ['office', 'paper'],
  // Demands and questions of an answered paper.
  point: ['paper'],
  // A statement as data: content, draft, record, steps of its life.
  statement: ['attachment', 'number', 'paper', 'point'],
  // From record and profile to the neutral document: knows neither issue nor import.
  print: ['rich-text', 'statement'],
  settings: ['statement'],
  signature: ['office', 'print', 'reading'],
  release: ['attachment', 'clock', 'paper', 'point', 'print', 'reading', 'statement'],
  import: ['attachment', 'number', 'office', 'paper', 'print', 'reading', 'release', 'rich-text', 'statement'],
  letter: ['attachment', 'office', 'paper', 'print', 'settings', 'statement'],
  issue: ['attachment', 'office', 'paper', 'print', 'reading', 'release', 'settings', 'signature', 'statement'],
  distribution: ['attachment', 'issue', 'letter', 'paper', 'print', 'statement'],
  // What a person does: each stands beside the others.
  register: ['number', 'office', 'paper', 'point', 'statement'],
  drafting: ['attachment', 'import', 'number', 'office', 'paper', 'point', 'print', 'statement'],
  // Earlier states of what is written and of what is registered.
  version: ['drafting', 'office', 'paper', 'print', 'register', 'statement'],
  // Notes at passages of the text.
  comment: ['office', 'paper', 'statement'],
  // Words that are written once and taken over often.
  module: ['import', 'rich-text'],
  // Copies that go to a colleague and come back.
  proposal: ['attachment', 'comment', 'drafting', 'issue', 'office', 'paper', 'print', 'statement', 'version'],
  output: ['attachment', 'issue', 'office', 'paper', 'print', 'statement'],
  dispatch: ['attachment', 'clock', 'distribution', 'issue', 'letter', 'office', 'paper', 'print', 'statement'],
  meeting: ['attachment', 'issue', 'office', 'output', 'paper', 'print', 'statement'],
  redaction: ['attachment', 'issue', 'paper', 'print', 'release', 'statement'],
  backup: ['clock', 'issue', 'office', 'reading', 'settings', 'statement'],
  setup: [
    'distribution',
    'letter',
    'number',
    'office',
    'paper',
    'print',
    'reading',
    'rich-text',
    'settings',
    'statement',
  ],
  system: ['clock', 'office', 'setup'],
};
