import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { preloadNotices } from './screens/lazy-notices.tsx';

// Needed by the first reading: fetched while Zendesk is being connected.
void import('./state/verify.ts');
// Most tickets never need them, and those that do may be offline by then.
window.addEventListener('load', preloadNotices, { once: true });

createRoot(document.getElementById('root')!).render(<App />);
