import { hostSetup } from '../support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from '../support/open-app.ts';
import { newSigner } from '../support/states.ts';

export const OVERVIEW_CALL = 'POST https://assistant.example.com/overview/acme';

type Answer = HostSetup['responses'][string];

/** Zendesk with the page in its navigation bar and `answer` as what its proxy brings from our server. */
export async function pageSetup(answer: Answer): Promise<HostSetup> {
  const setup = hostSetup(await newSigner(), null);
  setup.location = 'nav_bar';
  setup.responses[OVERVIEW_CALL] = answer;
  return setup;
}

/** Opens the page as large as a desk's screen gives it. */
export async function openPage(
  opener: AppOpener,
  setup: HostSetup,
  size = { width: 1280, height: 1000 },
): Promise<OpenApp> {
  const opened = await opener.open(setup);
  await opened.page.setViewportSize(size);
  await opened.page.addStyleTag({
    content: 'iframe { width: 100% !important; height: 100vh !important; }',
  });
  return opened;
}
