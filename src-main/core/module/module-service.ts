/** Text modules: one's own, those of units and the office, and those that come with Stellwerk. */
import {
  MODULE_FORM,
  type ImportedModules,
  type ModuleContent,
  type ModuleVersion,
  type TextModule,
} from '../../contract/module/shapes.ts';
import { SHIPPED_MODULES } from '../../contract/module/shipped-de.ts';
import { moduleTexts } from '../../contract/module/texts-de.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { StoppableFile } from '../../contract/document/delivery.ts';
import { readForm } from '../../record/kept-form.ts';
import { withoutIds } from '../../record/rich-text/block-ids.ts';
import { normaliseRichText } from '../../record/rich-text/normalise-rich-text.ts';
import type { ImportService } from '../import/import-service.ts';
import type { StoredModule } from '../ports/module-ports.ts';
import type { Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { bracketedPlaceholders } from '../../record/rich-text/bracketed-placeholders.ts';
import { richTextFromPlain } from '../rich-text/from-plain.ts';
import { splitModules } from './split-modules.ts';

export interface ModuleService {
  /** By title. What cannot be read is left out; `doctor` names it. */
  list(): Promise<TextModule[]>;
  /** New with revision 0; the same again is harmless. Refuses with `conflict`, `module-missing`. */
  save(input: {
    readonly id: string;
    readonly expectedRevision: number;
    readonly content: ModuleContent;
  }): Promise<TextModule>;
  /** Refuses with `conflict`, `module-missing`. */
  removeModule(input: { readonly id: string; readonly expectedRevision: number }): Promise<void>;
  /** Refuses with `module-missing`. */
  bringBack(id: string): Promise<TextModule>;
  /** Newest first. Refuses with `module-missing`. */
  versions(id: string): Promise<ModuleVersion[]>;
  /** Refuses with `modules-without-heading`, and as `imports.readText`. */
  importFile(file: StoppableFile): Promise<ImportedModules>;
}

/** Stands in the place of an id for what is not stored: the same in every installation. */
const shippedId = (at: number): string => `00000000-0000-7000-8000-5e11${String(at).padStart(8, '0')}`;

const shipped = (): TextModule[] =>
  SHIPPED_MODULES.map(({ text, paperTypes, ...module }, at) => ({
    id: shippedId(at),
    revision: 0,
    owner: moduleTexts.shippedOwner,
    changedAt: '',
    changedBy: moduleTexts.shippedOwner,
    isExpired: false,
    content: {
      ...module,
      scope: 'office',
      unit: '',
      validUntil: null,
      paperTypes: [...paperTypes],
      text: bracketedPlaceholders(richTextFromPlain(text, [])),
    },
  }));

function contentOf({ content }: Pick<StoredModule, 'content'>): ModuleContent | null {
  const reading = readForm(MODULE_FORM, JSON.parse(content) as unknown);
  return reading.kind === 'read' ? reading.value : null;
}

export function moduleService(ports: Ports, { readText }: Pick<ImportService, 'readText'>): ModuleService {
  const { database, clock, newId } = ports;
  const shown = (stored: StoredModule): TextModule | null => {
    const content = contentOf(stored);
    if (!content) return null;
    const { id, revision, owner, at: changedAt, actor: changedBy } = stored;
    const isExpired = content.validUntil !== null && content.validUntil < clock.today();
    return { id, revision, owner, changedAt, changedBy, isExpired, content };
  };
  const clean = (content: ModuleContent): ModuleContent => ({
    ...content,
    title: content.title.trim(),
    code: content.code.trim(),
    unit: content.scope === 'unit' ? content.unit.trim() : '',
    text: withoutIds(normaliseRichText(content.text)),
  });
  const mine = ({ content, owner }: TextModule): boolean => content.scope !== 'own' || owner === ports.userName();
  /** Somebody else's own words are not there for others. */
  const known = async (stores: Pick<ReadStores, 'modules'>, id: string): Promise<StoredModule> => {
    const stored = await stores.modules.get(id);
    const module = stored && shown(stored);
    if (!stored || !module || !mine(module)) throw new Refusal('module-missing');
    return stored;
  };
  const put = async (
    stores: Pick<WriteStores, 'modules' | 'log'>,
    module: Omit<StoredModule, 'actor' | 'at'>,
    action: 'module-saved' | 'module-removed',
  ): Promise<TextModule> => {
    await stores.modules.put({ ...module, at: clock.now() });
    await stores.log.append({ action, entity: 'text-module', entityId: module.id, revision: module.revision });
    const stored = await stores.modules.get(module.id);
    const written = stored && shown(stored);
    if (!written) throw new Error('a text module was written that cannot be read');
    return written;
  };
  const listed = async (stores: Pick<ReadStores, 'modules'>): Promise<TextModule[]> =>
    (await stores.modules.all()).flatMap((stored) => {
      const module = shown(stored);
      return module && mine(module) ? [module] : [];
    });

  return {
    list: () =>
      database.read(async (stores) =>
        [...(await listed(stores)), ...shipped()].sort((a, b) => a.content.title.localeCompare(b.content.title, 'de')),
      ),
    save: ({ id, expectedRevision, content }) =>
      database.write(async (stores) => {
        const wanted = clean(content);
        const stored = await stores.modules.get(id);
        const present = stored && shown(stored);
        if (
          stored &&
          present &&
          mine(present) &&
          canonicalJson(present.content) === canonicalJson(wanted) &&
          stored.removedAt === null
        )
          return present;
        if (!stored && expectedRevision > 0) throw new Refusal('module-missing');
        const former = stored && (await known(stores, id));
        if (former && former.owner !== ports.userName() && wanted.scope === 'own')
          throw new Refusal('module-of-others', { owner: former.owner });
        if ((stored?.revision ?? 0) !== expectedRevision || (stored && stored.removedAt !== null))
          throw new Refusal('conflict');
        const owner = stored?.owner ?? ports.userName();
        const module = { id, owner, revision: expectedRevision + 1, content: JSON.stringify(wanted), removedAt: null };
        return put(stores, module, 'module-saved');
      }),
    removeModule: ({ id, expectedRevision }) =>
      database.write(async (stores) => {
        const stored = await known(stores, id);
        if (stored.removedAt !== null) return;
        if (stored.revision !== expectedRevision) throw new Refusal('conflict');
        await put(stores, { ...stored, revision: stored.revision + 1, removedAt: clock.now() }, 'module-removed');
      }),
    bringBack: (id) =>
      database.write(async (stores) => {
        const stored = await known(stores, id);
        const present = shown(stored);
        if (stored.removedAt === null && present) return present;
        return put(stores, { ...stored, revision: stored.revision + 1, removedAt: null }, 'module-saved');
      }),
    versions: (id) =>
      database.read(async (stores) => {
        const { owner } = await known(stores, id);
        const isMine = owner === ports.userName();
        return (await stores.modules.versions(id)).flatMap(({ revision, at, actor, ...rest }) => {
          const content = contentOf(rest);
          // What was its owner's own stays so, whatever became of it later.
          return content && (isMine || content.scope !== 'own') ? [{ revision, at, actor, content }] : [];
        });
      }),
    importFile: async (file) => {
      const { text, notes } = await readText(file);
      const found = splitModules(bracketedPlaceholders(text));
      if (found.length === 0) throw new Refusal('modules-without-heading', { file: file.fileName });
      return database.write(async (stores) => {
        const signs = ({ title, text: words }: Pick<ModuleContent, 'title' | 'text'>): string =>
          canonicalJson([title, words]);
        const present = new Set((await listed(stores)).map(({ content }) => signs(content)));
        let created = 0;
        for (const module of found) {
          const content = clean({
            ...module,
            code: '',
            scope: 'own',
            unit: '',
            place: 'text',
            paperTypes: [],
            validUntil: null,
          });
          if (present.has(signs(content))) continue;
          present.add(signs(content));
          created += 1;
          const row = {
            id: newId(),
            owner: ports.userName(),
            revision: 1,
            content: JSON.stringify(content),
            removedAt: null,
          };
          await put(stores, row, 'module-saved');
        }
        return { created, same: found.length - created, notes };
      });
    },
  };
}
