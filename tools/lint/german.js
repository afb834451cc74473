/** German for people stands in texts: what the linter looks for, and where such words are data. */

// A stretch of German with more than one word: an article or the like beside another word, or an umlaut in it.
const german = String.raw`/(^|[\s„(])(der|die|das|dem|den|und|oder|nicht|ist|sind|ein|eine|kein|keine|wird|für|mit|zu|nach|Bitte|Keine?)\s+\p{L}|\p{L}{2,}\s+(der|die|das|und|oder|nicht|ist|sind|ein|eine|fehlt|wird|als|von)([\s.,:“)]|$)|\p{L}{2,}\s.*[äöüÄÖÜß]|[äöüÄÖÜß].*\s\p{L}{2,}/iu`;

/** What says nothing to a person itself: services and adapters. */
export const silentRooms = [
  {
    selector: `Literal[value=${german}], TemplateElement[value.raw=${german}]`,
    message:
      'German for people stands in the texts of its subject: contract/<subject>/texts-de.ts, or contract/shared/problems-de.ts.',
  },
];
/** Words that are recognised in what others wrote, and the invented sample: they are data, nobody is told them. */
export const vocabularies = [
  'src-main/core/import/*.ts',
  'src-main/core/release/{personal-data,text-rules}.ts',
  'src-main/core/settings/contact-mapping.ts',
  'src-main/core/statement/sample-record.ts',
];
