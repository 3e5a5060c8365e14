import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

// Needed by the first reading: fetched while Zendesk is being connected.
void import('./state/verify.ts');

createRoot(document.getElementById('root')!).render(<App />);
