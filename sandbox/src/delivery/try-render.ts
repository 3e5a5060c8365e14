/** A template that does not render sends nothing; what Zendesk does then is not documented. */
export function tryRender(render: () => string): string | undefined {
  try {
    return render();
  } catch {
    return undefined;
  }
}
