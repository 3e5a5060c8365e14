import { VARIABLES } from './config.ts';

interface Described {
  name: string;
  default?: string;
  expects: string;
  meaning: string;
}

const described = (): Described[] =>
  Object.entries(VARIABLES).map(([name, variable]) => ({ name, ...variable }));

const defaultOf = (variable: Described): string =>
  variable.default ?? (variable.name === 'MASTER_KEY' ? 'must be set' : 'not set');

/** The environment as the table of docs/configuration.md, which a test holds to it. */
export function environmentTable(): string {
  const rows = described().map((variable) => [
    `\`${variable.name}\``,
    variable.default === undefined ? defaultOf(variable) : `\`${variable.default}\``,
    `${variable.meaning} Give ${variable.expects}.`,
  ]);
  const lines = [['variable', 'default', 'meaning'], ['---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The file .env.example, which a test holds to it. */
export function exampleFile(): string {
  const blocks = described().map((variable) => {
    const assignment = `${variable.name}=${variable.default ?? ''}`;
    const line = variable.name === 'MASTER_KEY' ? assignment : `# ${assignment}`;
    return `# ${variable.meaning}\n# Give ${variable.expects}.\n${line}\n`;
  });
  return `# Copy to .env. What is commented out shows the default.\n\n${blocks.join('\n')}`;
}
