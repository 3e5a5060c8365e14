import { hostSetup, startAppOpener } from '../zendesk-app/test/support/open-app.ts';
import { newSigner, signed } from '../zendesk-app/test/support/states.ts';

const SWITCHES = 200;

/** What an agent's browser keeps of the sidebar after going through many tickets in one tab. */
export async function* benchMemory(): AsyncGenerator<string> {
  const opener = await startAppOpener();
  try {
    const signer = await newSigner();
    const { page, app, inHost } = await opener.open(hostSetup(signer, await signed(signer)));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const shown = () => app.getByRole('link', { name: 'Shipping times and costs' }).waitFor();
    const heapMB = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6;
    };

    await shown();
    const before = await heapMB();
    for (let i = 0; i < SWITCHES; i += 1) {
      await inHost((host) => host.openFrame());
      await shown();
    }
    const after = await heapMB();
    yield `heap after ${SWITCHES} ticket switches            ${after.toFixed(1)} MB (after the first ticket: ${before.toFixed(1)} MB)`;
  } finally {
    await opener.close();
  }
}
