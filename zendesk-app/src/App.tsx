import { ThemeProvider } from '@zendeskgarden/react-theming';
import { lazy, useEffect, useRef, useState } from 'react';
import { LazyPart } from './components/LazyPart.tsx';
import { english, loadLanguage } from './i18n/language.ts';
import type { Language } from './i18n/language.ts';
import { LanguageProvider } from './i18n/use-language.ts';
import { Page, PageStyle } from './page-style.ts';
import { ConversationScreen } from './screens/ConversationScreen.tsx';
import { LoadingScreen } from './screens/LoadingScreen.tsx';
import { FailedScreen, OutsideScreen } from './screens/lazy-notices.tsx';
import { themeFor } from './theme.ts';
import { useColorScheme } from './use-color-scheme.ts';
import { useFittedHeight } from './use-fitted-height.ts';
import { connect } from './zaf/connect.ts';
import type { Zendesk } from './zaf/zendesk.ts';

const NavBarPage = lazy(async () => ({
  default: (await import('./nav-bar/NavBarPage.tsx')).NavBarPage,
}));

type Connection = 'connecting' | 'outside' | 'unreachable' | Zendesk;

export function App() {
  const { connection, language } = useConnection();
  const page = useRef<HTMLElement>(null);
  const zendesk = typeof connection === 'object' ? connection : undefined;
  const scheme = useColorScheme(zendesk);
  // The page in the navigation bar has a whole window and scrolls in it.
  useFittedHeight(zendesk?.location === 'nav_bar' ? undefined : zendesk, page);

  useEffect(() => {
    document.documentElement.lang = language.locale;
    document.documentElement.dir = language.direction;
  }, [language]);

  return (
    <ThemeProvider theme={themeFor(scheme, language.direction)}>
      <PageStyle />
      <LanguageProvider value={language}>
        <Page ref={page}>
          <Screen connection={connection} />
        </Page>
      </LanguageProvider>
    </ThemeProvider>
  );
}

/** Language and connection arrive together: nobody reads a sentence in one language and the next in another. */
function useConnection(): { connection: Connection; language: Language } {
  const [state, setState] = useState<{ connection: Connection; language: Language }>({
    connection: 'connecting',
    language: english,
  });

  useEffect(() => {
    async function settle(connection: Exclude<Connection, 'connecting'>): Promise<void> {
      const locale = typeof connection === 'object' ? connection.locale : navigator.language;
      setState({ connection, language: await loadLanguage(locale) });
    }
    connect().then(settle, () => settle('unreachable'));
  }, []);

  return state;
}

function Screen({ connection }: { connection: Connection }) {
  switch (connection) {
    case 'connecting':
      return <LoadingScreen />;
    case 'outside':
      return <OutsideScreen />;
    case 'unreachable':
      // The SDK cannot start twice in one page: a new page is the only honest second try.
      return <FailedScreen what="unreachable" onRetry={() => window.location.reload()} />;
    default:
      return connection.location === 'nav_bar' ? (
        <LazyPart>
          <NavBarPage zendesk={connection} />
        </LazyPart>
      ) : (
        <ConversationScreen zendesk={connection} />
      );
  }
}
