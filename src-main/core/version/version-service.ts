/** Versions of statements and papers: listed, compared, named and brought back. They are kept by saving (core/statement, core/register). */
import { paperContentSchema } from '../../contract/paper/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { readKept } from '../../contract/shared/read-kept.ts';
import { statementContentSchema } from '../../contract/statement/shapes.ts';
import type { ComparedPart, Comparison, VersionList } from '../../contract/version/shapes.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { keptForm } from '../../record/kept-form.ts';
import type { StatementService } from '../drafting/statement-service.ts';
import { currentOffice } from '../office/office-service.ts';
import { findPaper } from '../paper/find-paper.ts';
import type { Paper } from '../paper/paper.ts';
import type { KeptVersion, Ports, ReadStores } from '../ports/ports.ts';
import { paperContentOf, type PaperService } from '../register/paper-service.ts';
import { draftOf, loadStatement } from '../statement/statement-draft.ts';
import { comparePapers, compareStatements } from './compare-content.ts';

export interface VersionService {
  /** Refuses with `not-found`, `ambiguous-reference`. */
  list(ref: string): Promise<VersionList>;
  /** Refuses with `version-missing`, and with `kept-newer` and `kept-broken` where one cannot be read. */
  compare(input: { readonly ref: string; readonly from: number; readonly to: number }): Promise<Comparison>;
  /** Refuses with `version-missing`. */
  name(input: { readonly ref: string; readonly revision: number; readonly name: string | null }): Promise<VersionList>;
  /** Refuses with `version-missing`, `conflict`, `not-editable`, `step-forbidden`. */
  restore(input: {
    readonly ref: string;
    readonly revision: number;
    readonly expectedRevision: number;
  }): Promise<VersionList>;
}

const STATEMENT_VERSION = keptForm(null, [{ schema: statementContentSchema }]);
const PAPER_VERSION = keptForm(null, [{ schema: paperContentSchema }]);

type Writers = {
  readonly statements: Pick<StatementService, 'restore'>;
  readonly papers: Pick<PaperService, 'restore'>;
};

const isStatement = ({ paperType }: Paper): boolean => paperType === 'statement';
const keptAs = (paper: Paper) => (isStatement(paper) ? 'statement' : 'paper');

export function versionService(ports: Ports, { statements, papers }: Writers): VersionService {
  const { database } = ports;
  const find = async (stores: ReadStores, ref: string) => {
    const { profile } = await currentOffice(stores.office, ports.dataFolder);
    return { profile, paper: await findPaper(stores.papers, ref, profile.numberPatterns) };
  };

  /** As it stands now: what was not saved by a person, such as coming back from the bin, has kept no version. */
  const currentOf = async (stores: ReadStores, paper: Paper): Promise<KeptVersion> => {
    const content = isStatement(paper) ? draftOf(await loadStatement(stores, paper)).content : paperContentOf(paper);
    return { revision: paper.revision, at: paper.updatedAt, actor: '', name: null, snapshot: JSON.stringify(content) };
  };

  const listOf = async (stores: ReadStores, paper: Paper): Promise<VersionList> => {
    const stored = await stores.versions.of(keptAs(paper), paper.id);
    const isStored = stored.some(({ revision }) => revision === paper.revision);
    const kept = isStored ? stored : [...stored, await currentOf(stores, paper)];
    const state = isStatement(paper) ? (await stores.statements.get(paper.id))?.state : 'draft';
    return {
      id: paper.id,
      reference: paper.reference,
      name: paper.name,
      isStatement: isStatement(paper),
      isEditable: state === 'draft',
      versions: [...kept]
        .sort((a, b) => b.revision - a.revision)
        .map(({ revision, at, actor, name }, index) => ({ revision, at, actor, name, isCurrent: index === 0 })),
    };
  };

  const requireVersion = async (stores: ReadStores, paper: Paper, revision: number): Promise<KeptVersion> => {
    const version = await stores.versions.get(keptAs(paper), paper.id, revision);
    if (!version && revision === paper.revision) return currentOf(stores, paper);
    if (!version)
      throw new Refusal('version-missing', { revision, reference: paper.reference ?? (paper.name || paper.id) });
    return version;
  };

  return {
    list: (ref) => database.read(async (stores) => listOf(stores, (await find(stores, ref)).paper)),
    compare: ({ ref, from, to }) =>
      database.read(async (stores) => {
        const { paper, profile } = await find(stores, ref);
        const [before, after] = [await requireVersion(stores, paper, from), await requireVersion(stores, paper, to)];
        const parts = (): ComparedPart[] => {
          if (isStatement(paper)) {
            const [old, young] = [before, after].map(({ snapshot }) =>
              readKept(STATEMENT_VERSION, snapshot, keptThings.version),
            );
            return old && young ? compareStatements(old, young, profile) : [];
          }
          const [old, young] = [before, after].map(({ snapshot }) =>
            readKept(PAPER_VERSION, snapshot, keptThings.version),
          );
          return old && young ? comparePapers(old, young, profile) : [];
        };
        return { from, to, parts: parts() };
      }),
    name: ({ ref, revision, name }) =>
      database.write(async (stores) => {
        const { paper } = await find(stores, ref);
        const { snapshot } = await requireVersion(stores, paper, revision);
        // The present state, where no save has kept it: the name needs something to stand at.
        if (!(await stores.versions.get(keptAs(paper), paper.id, revision))) {
          const at = ports.clock.now();
          await stores.versions.keep(keptAs(paper), { paperId: paper.id, revision, snapshot, at, mergeWithinMs: 0 });
        }
        const given = name === null ? null : normaliseLine(name) || null;
        await stores.versions.rename(keptAs(paper), paper.id, revision, given);
        await stores.log.append({ action: 'version-named', entity: 'paper', entityId: paper.id, revision });
        return listOf(stores, paper);
      }),
    restore: async ({ ref, revision, expectedRevision }) => {
      const { paper, snapshot } = await database.read(async (stores) => {
        const { paper: found } = await find(stores, ref);
        return { paper: found, snapshot: (await requireVersion(stores, found, revision)).snapshot };
      });
      const { id } = paper;
      if (isStatement(paper)) {
        const content = readKept(STATEMENT_VERSION, snapshot, keptThings.version);
        await statements.restore({ id, expectedRevision, content });
      } else {
        const content = readKept(PAPER_VERSION, snapshot, keptThings.version);
        await papers.restore({ id, expectedRevision, content });
      }
      return database.read(async (stores) => listOf(stores, (await find(stores, id)).paper));
    },
  };
}
