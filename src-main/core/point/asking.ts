/** Which sentences ask for something: a question, an indirect question, a demand of a resolution. Pure. */

const INDIRECT: readonly RegExp[] = [
  /\b(?:bitte|bitten|gebeten|ersuche|ersuchen|erbitten|erbitte)\b.*(?<!\p{L})(?:auskunft|mitteilung|mitzuteilen|information|informationen|erläuterung|darstellung|angabe|angaben|auflistung|aufstellung|übersicht|sachstandsbericht|sachstand|zwischenbericht|zwischenstand)(?!\p{L})/iu,
  /\b(?:wird|werden|wurde)\b.*\b(?:um auskunft|um mitteilung|um angabe|um information)\b/iu,
  /\b(?:wissen möchte|möchte wissen|möchten wissen|möchte ich wissen|möchten wir wissen|interessiert (?:mich|uns)|interessieren (?:mich|uns)|von interesse (?:ist|wäre))\b/iu,
  /\b(?:frage|fragen)\b (?:ich|wir)\b.*[,:]\s*(?:ob|wie|was|wer|wann|warum|weshalb|wo|welche\w*|inwieweit|inwiefern)\b/iu,
  /\b(?:fraktion|gruppe|ich|wir|stadtrat|stadträtin|ortschaftsrat|gemeinderat\p{L}*)\b.*\b(?:frage|fragen|fragt)\b.*,\s*(?:ob|wie|was|wer|wann|warum|weshalb|wo|welche\w*|inwieweit|inwiefern)\b/iu,
  /^(?:bitte|wir bitten (?:sie )?(?:darum|daher)?,?)\s.*\b(?:teilen|nennen|listen|erläutern|stellen|schildern|beschreiben|geben|schlüsseln|führen|begründen|legen|benennen|beziffern|erklären)\b/iu,
  /\b(?:bitte|bitten)\b.*\b(?:aufzulisten|aufzuschlüsseln|zu nennen|zu erläutern|darzustellen|darzulegen|anzugeben|zu beziffern|zu erklären|zu beschreiben|zu benennen)\b/iu,
];
/** What asks for the way of answering, not for anything to be answered. */
const FORMAL: readonly RegExp[] = [
  /\b(?:schriftlich\w*|mündlich\w*|kurz\w*|zeitnah\w*|ausführlich\w*|fristgerecht\w*|baldig\w*)\b.{0,80}\b(?:beantwort\w*|antwort\w*|stellungnahme|rückmeldung)\b/iu,
  /\b(?:bitte|bitten|gebeten)\b.{0,60}\b(?:beantwortung|antwort|stellungnahme|rückmeldung)\b/iu,
  /\b(?:folgende|nachfolgende|nachstehende|diese|weitere)\w*\s+(?:\w+\s+)?fragen?\b/iu,
  /\b(?:vielen dank|mit freundlichen grüßen|für ihre|bedanke)\b/iu,
];
const FOLLOWING =
  /^(?:wenn\s+(?:ja|nein|nicht|dies|das)|bei\s+(?:ja|nein)\b|sollte\s+(?:dies|das)|(?:warum|weshalb|wieso)\s+nicht\?|falls|sofern|und\b|oder\b|ggf\.|gegebenenfalls|bejahendenfalls|verneinendenfalls|ja,|nein,)/iu;
const QUESTION_WORD =
  /^(?:welche\w*|wie|was|wer|wen|wem|wann|warum|weshalb|wieso|wo|wohin|woher|wodurch|womit|wofür|worin|inwieweit|inwiefern|ob)\b/iu;

/** "Können die Antworten vorab per E-Mail zugestellt werden?" */
const ABOUT_ANSWERS =
  /(?<!\p{L})(?:antwort|antworten|beantwortung)\b.*\b(?:zugestellt|zugesandt|zugeleitet|übermittelt|vorab|schriftlich|per\s+e-?mail)(?!\p{L})/iu;

/** Asks for a way to answer, not for anything to be answered. */
export const isFormal = (sentence: string): boolean =>
  sentence.endsWith('?') ? ABOUT_ANSWERS.test(sentence) : FORMAL.some((rule) => rule.test(sentence));
export const isQuestion = (sentence: string): boolean =>
  !isFormal(sentence) && (/\?["“”»«'’)\]]*$/u.test(sentence) || INDIRECT.some((rule) => rule.test(sentence)));
/** Asks, also where the sign of a question was forgotten. */
export const mayAsk = (sentence: string): boolean => isQuestion(sentence) || QUESTION_WORD.test(sentence);
/** "Wenn ja, seit wann?" belongs to the question before it. */
export const followsUp = (sentence: string): boolean => FOLLOWING.test(sentence);

const DEMANDING: readonly RegExp[] = [
  /\b(?:wird|werden|sei|seien|wurde)\b.*\b(?:beauftragt|gebeten|aufgefordert|ersucht|verpflichtet|ermächtigt|angehalten|angewiesen|empfohlen|eingerichtet|gegründet|gebildet|geprüft|erstellt|vorgelegt|geschaffen|umgesetzt|eingeführt|erarbeitet|bereitgestellt|eingestellt|aufgenommen|erweitert|geändert|ergänzt|gestrichen|ersetzt|aufgehoben)\b/iu,
  /\b(?:soll|sollen|sollte|sollten|muss|müssen|möge|mögen|darf|dürfen)\b/iu,
  /\b(?:ist|sind|hat|haben)\b.*\b(?:zu\s+\p{Ll}+e?n|\p{Ll}+zu\p{Ll}+e?n)\b/iu,
  /^es\s+gilt\b/iu,
  /\b(?:wir\s+fordern|wir\s+beantragen|spricht sich|bekennt sich|stimmt\b.*\bzu|beschließt|beauftragt|fordert|bittet|ersucht|empfiehlt|begrüßt|unterstützt)\b/iu,
  /^(?:die|der|das)\s+(?:stadtverwaltung|verwaltung|stadt|landeshauptstadt|gemeinde|oberbürgermeister\w*|bürgermeister\w*|magistrat|stadtrat|gemeinderat|kreistag|landrat|landrätin)\b.*\b(?:prüft|erarbeitet|erstellt|legt|berichtet|stellt|richtet|setzt|führt|informiert|entwickelt|beteiligt|verzichtet|tritt|schafft|bildet|gründet|nimmt|wirkt|sorgt|ergreift|veröffentlicht)\b/iu,
];
/** Explains what was demanded before; "das Konzept" does not. */
const EXPLAINING =
  /^(?:das\s+(?:ist|war|wird|wäre|würde|soll|sollte|muss|kann|könnte|bedeutet|betrifft|gilt|dient|heißt|umfasst|schließt|beinhaltet|gelingt|zeigt|hat|geht|liegt|setzt|erfordert|ermöglicht|trägt|führt|macht|hilft|schafft)|dies|diese\w*|dabei|hierbei|damit|denn|so|dadurch|insbesondere|beispielsweise|zum beispiel|z\.\s*b\.|vor allem|nur so|sie|er|es\s+(?:ist|geht|handelt)|hintergrund)\b/iu;
const PROCEDURE =
  /\b(?:(?:sofortige|punktweise|getrennte|namentliche|geheime|ziffernweise)\w*\s+(?:abstimmung|beschlussfassung)|überweisung\s+in|um\s+zustimmung(?!\p{L})|in\s+(?:den|die|das)\s+.*(?:zu\s+überweisen|überwiesen)|redezeit|diskussion erwünscht)/iu;

/** "… wird ein Trinkbrunnen aufgestellt", "… werden versetzt". */
const RESULT =
  /\b(?:wird|werden)\b.*(?<!\p{L})(?:\p{Ll}*ge\p{Ll}{2,}|(?:be|er|ver|ent|zer|über|unter|wieder)\p{Ll}{2,}|\p{Ll}+ier)(?:t|en)\s*[.;:]?$/iu;
const ORGAN =
  /^(?:die|der|das)\s+(?:stadtverwaltung|verwaltung|stadt|landeshauptstadt|gemeinde|kommune|oberbürgermeister\p{L}*|bürgermeister\p{L}*|magistrat|senat|bezirksamt|stadtrat|gemeinderat|kreistag|rat|landrat|landrätin|stadtverordnetenversammlung|bezirksverordnetenversammlung|bvv)(?!\p{L})/iu;
const PAST = /\b(?:hat|haben|hatte|hatten|war|waren|wurde|wurden)\b/iu;

export const isDemand = (sentence: string): boolean =>
  !PROCEDURE.test(sentence) &&
  !EXPLAINING.test(sentence) &&
  (DEMANDING.some((rule) => rule.test(sentence)) ||
    RESULT.test(sentence) ||
    (ORGAN.test(sentence) && !PAST.test(sentence)));
export const isProcedure = (sentence: string): boolean => PROCEDURE.test(sentence);
