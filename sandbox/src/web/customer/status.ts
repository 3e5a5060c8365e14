const LABELS: Record<string, string> = {
  new: 'Open',
  open: 'Open',
  hold: 'Open',
  pending: 'Awaiting your reply',
  solved: 'Solved',
  closed: 'Closed',
};

/** Customers see fewer statuses than agents do: https://support.zendesk.com/hc/en-us/articles/4408832258458 */
export const customerStatus = (status: string) => LABELS[status] ?? status;
