import { ThemeProvider, getColor } from '@zendeskgarden/react-theming';
import { useEffect, useRef, useState } from 'react';
import styled, { createGlobalStyle } from 'styled-components';
import { languageFor } from './i18n/language.ts';
import { LanguageProvider } from './i18n/use-language.ts';
import { ConversationScreen } from './screens/ConversationScreen.tsx';
import { LoadingScreen } from './screens/LoadingScreen.tsx';
import { FailedScreen, OutsideScreen } from './screens/NoticeScreens.tsx';
import { themeFor } from './theme.ts';
import { useColorScheme } from './use-color-scheme.ts';
import { useFittedHeight } from './use-fitted-height.ts';
import { connect } from './zaf/connect.ts';
import type { Zendesk } from './zaf/zendesk.ts';

const PageStyle = createGlobalStyle`
  body {
    margin: 0;
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font: 14px/20px ${({ theme }) => theme.fonts.system};
  }
  h1 {
    margin: 0;
  }
`;

const Page = styled.main`
  box-sizing: border-box;
  padding: 12px;
`;

type Connection = 'connecting' | 'outside' | 'unreachable' | Zendesk;

export function App() {
  const [connection, setConnection] = useState<Connection>('connecting');
  const page = useRef<HTMLElement>(null);
  const zendesk = typeof connection === 'object' ? connection : undefined;
  const scheme = useColorScheme(zendesk);
  useFittedHeight(zendesk, page);

  useEffect(() => {
    connect().then(setConnection, () => setConnection('unreachable'));
  }, []);

  const language = languageFor(zendesk?.locale ?? navigator.language);
  useEffect(() => {
    document.documentElement.lang = language.locale;
  }, [language.locale]);

  return (
    <ThemeProvider theme={themeFor(scheme)}>
      <PageStyle />
      <LanguageProvider value={language}>
        <Page ref={page}>
          <Screen connection={connection} />
        </Page>
      </LanguageProvider>
    </ThemeProvider>
  );
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
      return <ConversationScreen zendesk={connection} />;
  }
}
