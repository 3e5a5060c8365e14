import { RetryNotice } from '../components/RetryNotice.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { BackendError } from './backend-error.ts';
import { backendMessages } from './messages/messages.ts';

interface ServerProblemProps {
  /** What a call of `backend.ts` rejected with. */
  error: unknown;
  onRetry: () => void;
  /** The heading's place in the page's outline. */
  level?: 1 | 2 | 3;
}

/** Says why our server could not be asked, what still works, and offers to try again. */
export function ServerProblem({ error, onRetry, level = 2 }: ServerProblemProps) {
  const messages = backendMessages[useLanguage().code];
  const problem = error instanceof BackendError ? error : undefined;
  const { title, text } =
    problem?.serverCode === 'state_too_old'
      ? messages.staleKey
      : messages.problems[problem?.code ?? 'unreadable'];
  return (
    <RetryNotice
      type={problem?.code === 'busy' ? 'info' : 'warning'}
      {...{ title, text, level, onRetry }}
      tryAgain={messages.tryAgain}
    />
  );
}
