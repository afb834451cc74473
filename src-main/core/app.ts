/** The whole application without its outside: every shell composes ports and asks these services. */
import { documentService, type DocumentService } from './document/document-service.ts';
import { importService, type ImportService } from './import/import-service.ts';
import { paperService, type PaperService } from './paper/paper-service.ts';
import type { DeliveryPort, Handoff, Ports } from './ports.ts';
import { statementService, type StatementService } from './statement/statement-service.ts';
import { systemService, type SystemService } from './system/system-service.ts';

export interface App {
  readonly system: SystemService;
  readonly papers: PaperService;
  readonly statements: StatementService;
  readonly imports: ImportService;
  readonly documents: DocumentService;
  readonly handoff: Handoff;
  readonly delivery: DeliveryPort;
}

export function createApp(ports: Ports): App {
  return {
    system: systemService(ports),
    papers: paperService(ports),
    statements: statementService(ports),
    imports: importService(ports),
    documents: documentService(ports),
    handoff: ports.handoff,
    delivery: ports.delivery,
  };
}
