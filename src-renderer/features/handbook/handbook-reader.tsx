/** Reading the handbook: a chapter at a time, its contents, the search, and the way back. */
import { handbook } from '../../../docs/handbuch.md';
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Blocks } from './handbook-blocks.tsx';
import { chapterOf, type Chapter } from './handbook.ts';
import { handbookSearch, type Hit } from './find-in-handbook.ts';

export interface ReaderProps {
  readonly anchor: string;
  readonly visit: number;
  readonly onClose: () => void;
}

/** An anchor, or null for the contents. */
type Place = string | null;
interface Open {
  readonly onOpen: (place: Place) => void;
}

const find = handbookSearch(handbook);
const elementId = (anchor: string): string => `handbuch-${anchor}`;

function Contents({ onOpen }: Open) {
  return (
    <>
      <h2 id={elementId('')} tabIndex={-1}>
        {t.handbook.contents}
      </h2>
      <Blocks blocks={handbook.intro} onOpen={onOpen} />
      <ul className="handbook-contents">
        {handbook.chapters.map((chapter) => (
          <li key={chapter.id}>
            {chapter.sections.map((section) => (
              <button
                key={section.id}
                type="button"
                className={section.id === chapter.id ? 'handbook-link chapter' : 'handbook-link'}
                onClick={() => onOpen(section.id)}
              >
                {section.title}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function ChapterView({ chapter, onOpen }: Open & { readonly chapter: Chapter }) {
  const at = handbook.chapters.indexOf(chapter);
  const previous = handbook.chapters[at - 1];
  const next = handbook.chapters[at + 1];
  return (
    <>
      {chapter.sections.map((section, index) => {
        const Title = index === 0 ? 'h2' : 'h3';
        return (
          <section key={section.id} aria-labelledby={elementId(section.id)}>
            <Title id={elementId(section.id)} tabIndex={-1}>
              {section.title}
            </Title>
            <Blocks blocks={section.blocks} onOpen={onOpen} />
          </section>
        );
      })}
      <nav className="handbook-turn" aria-label={t.handbook.contents}>
        {previous && (
          <Button kind="link" onPress={() => onOpen(previous.id)}>
            {t.handbook.previous(previous.title)}
          </Button>
        )}
        {next && (
          <Button kind="link" onPress={() => onOpen(next.id)}>
            {t.handbook.next(next.title)}
          </Button>
        )}
      </nav>
    </>
  );
}

function Hits({ hits, onOpen }: Open & { readonly hits: readonly Hit[] }) {
  return (
    <>
      <p className="soft" role="status">
        {hits.length === 0 ? t.handbook.nothing : t.handbook.hits(hits.length)}
      </p>
      <ul className="handbook-hits">
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" className="handbook-link" onClick={() => onOpen(hit.id)}>
              {hit.title}
            </button>
            {hit.chapter !== null && <span className="soft small"> {hit.chapter}</span>}
            <p className="small">
              {hit.excerpt.map((piece, index) =>
                piece.found ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where one is and where one came from; a new visit is one more step. */
function useWay({ anchor, visit }: ReaderProps) {
  const [way, setWay] = useState<{ readonly visit: number; readonly places: readonly Place[] }>({
    visit,
    places: [anchor],
  });
  if (way.visit !== visit) setWay({ visit, places: [...way.places, anchor] });
  const go = (places: readonly Place[]): void => setWay({ visit, places });
  return {
    place: way.places.at(-1) ?? null,
    steps: way.places.length,
    open: (place: Place) => go([...way.places, place]),
    back: () => go(way.places.slice(0, -1)),
  };
}

export function HandbookReader(props: ReaderProps) {
  const way = useWay(props);
  const [text, setText] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const { place, steps } = way;
  const hits = useMemo(() => find(text), [text]);
  const isSearching = text.trim() !== '';
  const chapter = place === null ? undefined : chapterOf(handbook, place);

  useEffect(() => {
    const heading = document.getElementById(elementId(chapter ? (place ?? '') : ''));
    if (place === null || chapter?.id === place) body.current?.scrollTo({ top: 0 });
    else heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [place, steps, chapter, props.visit]);

  const open = (next: Place): void => {
    setText('');
    way.open(next);
  };
  const back = (): void => {
    if (isSearching) setText('');
    else way.back();
  };

  return (
    <>
      <header className="handbook-head">
        <IconButton icon="arrowLeft" label={t.handbook.back} isDisabled={steps < 2 && !isSearching} onPress={back} />
        <strong className="handbook-title">{handbook.title}</strong>
        <Button kind="quiet" isDisabled={place === null && !isSearching} onPress={() => open(null)}>
          {t.handbook.contents}
        </Button>
        <IconButton icon="dismiss" label={t.handbook.close} onPress={props.onClose} />
      </header>
      <div className="handbook-search">
        <TextField
          label={t.handbook.search}
          hideLabel
          type="search"
          placeholder={t.handbook.searchPlaceholder}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            const [first] = hits;
            if (event.key === 'Enter' && first) open(first.id);
            // The first Esc empties the field, the second one closes.
            if (event.key === 'Escape' && text !== '') setText('');
            else event.continuePropagation();
          }}
        />
      </div>
      <div className="handbook-body" ref={body} tabIndex={0} role="group" aria-label={chapter?.title ?? handbook.title}>
        {isSearching ? (
          <Hits hits={hits} onOpen={open} />
        ) : chapter ? (
          <ChapterView chapter={chapter} onOpen={open} />
        ) : (
          <Contents onOpen={open} />
        )}
      </div>
    </>
  );
}
