/** Blocks of the handbook as elements. */
import type { ReactNode } from 'react';
import type { Block, Runs } from './handbook.ts';
import { HandbookPicture } from './handbook-picture.tsx';

interface Props {
  readonly onOpen: (anchor: string) => void;
}

/** Breaks between words only: a browser would part `--data` after its dashes. */
function Code({ text }: { readonly text: string }) {
  return (
    <code>
      {text.split(' ').map((word, index) => (
        <span key={index}>
          {index > 0 && ' '}
          <span className="handbook-word">{word}</span>
        </span>
      ))}
    </code>
  );
}

function Line({ runs, onOpen }: Props & { readonly runs: Runs }) {
  return runs.map((run, index) => {
    let piece: ReactNode = run.text;
    if (run.code) piece = <Code text={run.text} />;
    if (run.em) piece = <em>{piece}</em>;
    if (run.strong) piece = <strong>{piece}</strong>;
    const { to } = run;
    return to === undefined ? (
      <span key={index}>{piece}</span>
    ) : (
      <button key={index} type="button" className="handbook-link" onClick={() => onOpen(to)}>
        {piece}
      </button>
    );
  });
}

function Table({ block, onOpen }: Props & { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table className="handbook-table">
      <thead>
        <tr>
          {block.head.map((runs, index) => (
            <th key={index} scope="col">
              <Line runs={runs} onOpen={onOpen} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((runs, column) => (
              <td key={column}>
                <Line runs={runs} onOpen={onOpen} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BlockView({ block, onOpen }: Props & { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Line runs={block.runs} onOpen={onOpen} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} onOpen={onOpen} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table block={block} onOpen={onOpen} />;
    case 'code':
      return <pre className="handbook-code">{block.text}</pre>;
    case 'note':
      return (
        <div className="handbook-note">
          <Blocks blocks={block.blocks} onOpen={onOpen} />
        </div>
      );
    case 'picture':
      return <HandbookPicture picture={block} />;
  }
}

export function Blocks({ blocks, onOpen }: Props & { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} onOpen={onOpen} />);
}
