/** Meetings, answered by the service. */
import { os } from './implementer.ts';

export const meetingRouter = {
  list: os.meetings.list.handler(({ context }) => context.app.meetings.list()),
  save: os.meetings.save.handler(({ context, input }) => context.app.meetings.save(input)),
  remove: os.meetings.remove.handler(({ context, input }) => context.app.meetings.remove(input.ref)),
  papers: os.meetings.papers.handler(({ context, input }) => context.app.meetings.papers(input.ref)),
  order: os.meetings.order.handler(({ context, input }) => context.app.meetings.order(input)),
  deliverLists: os.meetings.deliverLists.handler(({ context, input }) => context.app.meetings.deliverLists(input)),
  deliverFolder: os.meetings.deliverFolder.handler(({ context, input }) => context.app.meetings.deliverFolder(input)),
};
