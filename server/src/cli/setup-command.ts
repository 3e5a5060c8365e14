import { Command, CommanderError } from 'commander';
import type { ErrorOptions } from 'commander';
import { DatabaseError } from '../db/database-error.ts';
import { AppError } from '../errors.ts';
import { checkTenant, driftOf } from '../setup/check-tenant.ts';
import type { TenantCheck } from '../setup/check-tenant.ts';
import { mendTenant } from '../setup/mend-tenant.ts';
import { ask } from './ask.ts';
import type { CommandIo } from './run-command.ts';
import { jsonText } from './setup-json.ts';
import { checkText, mendedText, previewText } from './setup-text.ts';
import { withSetup } from './with-setup.ts';
import type { SetupWorld } from './with-setup.ts';
import { noSuchTenant } from './with-tenants.ts';

interface Flags {
  tenant: string;
  json?: boolean;
  apply?: boolean;
  yes?: boolean;
}

const FINE = 0;
const FINDINGS = 1;
const NOT_CHECKED = 2;

/** Whoever cannot be understood has not been checked either: 1 would say that something differs. */
class SetupProgram extends Command {
  override error(message: string, options?: ErrorOptions): never {
    return super.error(message, { ...options, exitCode: NOT_CHECKED });
  }
}

/** `npm run setup -- …` */
export function setupCommand(io: CommandIo): Command {
  return new SetupProgram('npm run setup --')
    .description(
      "Compares a shop's Zendesk with what the assistant needs, over the credentials the server has, and mends what differs.",
    )
    .requiredOption('--tenant <slug>', 'the shop')
    .option('--json', 'one JSON document on standard output, for other programs')
    .option('--apply', 'show what would be written, ask, then write it')
    .option('--yes', 'with --apply: do not ask')
    .addHelpText(
      'after',
      '\nEnds with 0 when all is fine (advice left aside), with 1 when something differs, and with 2 when it could not be checked.',
    )
    .action(async (flags: Flags, program: Command) => {
      if (flags.yes && !flags.apply) program.error('error: --yes goes with --apply only');
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
  io.print(json ? jsonText(found) : checkText(world.tenant, found));
  return exitCodeOf(found);
}

async function mend(io: CommandIo, { json, yes }: Flags, world: SetupWorld): Promise<number> {
  const { tenant, tenants } = world;
  // Standard output is the document's alone; a person may still want to read along.
  const tell = json ? io.printError : io.print;
  const before = await checkWith(io, world);
  const writes = driftOf(before.plan).filter(({ fix }) => fix.kind === 'write');
  if (before.isReadable) tell(previewText(writes));
  const isAgreed =
    before.isReadable && (writes.length === 0 || yes || (await ask(io, 'Write this to Zendesk?')));
  if (!isAgreed) {
    if (before.isReadable) tell('Nothing was written.');
    if (json) io.print(jsonText(before));
    else if (!before.isReadable) io.print(checkText(tenant, before));
    return exitCodeOf(before);
  }

  const mended = await mendTenant(world, { spec: before.spec, findings: writes });
  const stored = await tenants.reload(tenant.slug);
  if (!mended || !stored) throw noSuchTenant(tenant.slug);
  tell(mendedText(tenant, mended));
  const after = await checkWith(io, { ...world, tenant: stored });
  io.print(json ? jsonText(after, mended) : checkText(tenant, after));
  const isProven = mended.roundTrip?.kind === 'proven';
  if (!isProven) tell('Not proven yet that deliveries arrive: see above.');
  return isProven ? exitCodeOf(after) : Math.max(FINDINGS, exitCodeOf(after));
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

function exitCodeOf({ plan, isReadable }: TenantCheck): number {
  if (!isReadable) return NOT_CHECKED;
  return driftOf(plan).length > 0 ? FINDINGS : FINE;
}
