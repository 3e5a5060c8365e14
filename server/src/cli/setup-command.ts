import { Command, CommanderError } from 'commander';
import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import { DatabaseError } from '../db/database-error.ts';
import { AppError } from '../errors.ts';
import { checkTenant } from '../setup/check-tenant.ts';
import type { TenantCheck } from '../setup/check-tenant.ts';
import { mendTenant } from '../setup/mend-tenant.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import { ask } from './ask.ts';
import type { CommandIo } from './run-command.ts';
import { withSetup } from './with-setup.ts';
import type { SetupWorld } from './with-setup.ts';
import { checkText, mendedText, previewText } from './setup-text.ts';

interface Flags {
  tenant: string;
  json?: boolean;
  apply?: boolean;
  yes?: boolean;
}

const FINE = 0;
const FINDINGS = 1;
const NOT_CHECKED = 2;

/** `npm run setup -- …` */
export function setupCommand(io: CommandIo): Command {
  return new Command('npm run setup --')
    .description(
      "Compares a shop's Zendesk with what the assistant needs, over the credentials the server has, and mends what differs.",
    )
    .requiredOption('--tenant <slug>', 'the shop')
    .option('--json', 'the findings as JSON, for other programs')
    .option('--apply', 'show what would be written, ask, then write it')
    .option('--yes', 'with --apply: do not ask')
    .addHelpText(
      'after',
      '\nEnds with 0 when all is fine (advice left aside), with 1 when something differs, and with 2 when it could not be checked.',
    )
    .action(async (flags: Flags) => {
      const code = await run(io, flags);
      if (code !== FINE) throw new CommanderError(code, 'setup.differs', '');
    });
}

async function run(io: CommandIo, flags: Flags): Promise<number> {
  let code = NOT_CHECKED;
  try {
    await withSetup(io, flags.tenant, async (world) => {
      code = flags.apply ? await mend(io, flags, world) : await check(io, flags, world);
    });
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof DatabaseError)) throw error;
    io.printError(error.message);
    return NOT_CHECKED;
  }
  return code;
}

async function check(io: CommandIo, { json }: Flags, world: SetupWorld): Promise<number> {
  const found = await checkWith(io, world);
  if (json) {
    const { findings, passed, found: ids, isWorking } = found.plan;
    const report = { isReadable: found.isReadable, isWorking, findings, passed, ids };
    io.print(JSON.stringify(report, null, 2));
  } else {
    io.print(checkText(world.tenant, found));
  }
  return exitCodeOf(found);
}

async function mend(io: CommandIo, flags: Flags, world: SetupWorld): Promise<number> {
  const before = await checkWith(io, world);
  if (!before.isReadable) {
    io.print(checkText(world.tenant, before));
    return NOT_CHECKED;
  }
  const writes = before.plan.findings.filter(isWorthWriting);
  io.print(previewText(writes));
  const isAgreed = writes.length === 0 || flags.yes || (await ask(io, 'Write this to Zendesk?'));
  if (!isAgreed) {
    io.print('Nothing was written.');
    return exitCodeOf(before);
  }

  const mended = await mendTenant(world, { spec: before.spec, findings: writes });
  io.print(mendedText(mended));
  const after = await checkWith(io, { ...world, tenant: await reloaded(world) });
  io.print(checkText(world.tenant, after));
  const isProven = mended.roundTrip?.kind === 'proven';
  return isProven ? exitCodeOf(after) : FINDINGS;
}

/** Advice is offered, not carried out: what works by hand goes on as it is. */
function isWorthWriting({ fix, severity }: Finding): boolean {
  return fix.kind === 'write' && severity !== 'advice';
}

async function checkWith(io: CommandIo, world: SetupWorld): Promise<TenantCheck> {
  const found = await checkTenant(world.call, world.tenant, {
    backendUrl: world.backendUrl,
    now: world.now(),
    onProgress: ({ part, done, total }) => io.printError(`${done}/${total} read: ${part}`),
  });
  await world.checks.record(world.tenant.slug, found);
  return found;
}

async function reloaded({ tenants, tenant }: { tenants: TenantStore; tenant: { slug: string } }) {
  return (await tenants.get(tenant.slug))!;
}

function exitCodeOf({ plan, isReadable }: TenantCheck): number {
  if (!isReadable) return NOT_CHECKED;
  return plan.findings.some(({ severity }) => severity !== 'advice') ? FINDINGS : FINE;
}
