export type Page = 'agent' | 'customer' | 'console';

const TITLES = {
  agent: 'Agent workspace',
  customer: 'Help center',
  console: 'Sandbox',
} satisfies Record<Page, string>;

/**
 * The empty page that the browser module fills. The colour scheme is set before the first paint, so that a
 * dark page never flashes white.
 */
export function pageHtml(page: Page, subdomain: string): string {
  return `<!doctype html>
<html lang="en" data-account="${escapeHtml(subdomain)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLES[page]} – ${escapeHtml(subdomain)}</title>
<link rel="icon" href="/sandbox/files/styles/icon.svg" type="image/svg+xml">
<script>
const scheme = new URLSearchParams(location.search).get('colorScheme') ?? localStorage.getItem('colorScheme');
document.documentElement.dataset.colorScheme = scheme === 'dark' ? 'dark' : 'light';
</script>
<link rel="stylesheet" href="/sandbox/files/styles/base.css">
<link rel="stylesheet" href="/sandbox/files/styles/${page}.css">
<script type="module" src="/sandbox/files/${page}/main.ts"></script>
</head>
<body class="${page}"><noscript>This page needs JavaScript.</noscript></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
