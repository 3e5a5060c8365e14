import { z } from 'zod';
import { statePublicKeySchema } from './conversation-state.ts';
import { numericId } from './ids.ts';

/** The app's settings as an admin fills them in; the names are those of `parameters` in manifest.json. */
export const appSettings = z.object({
  backend_url: z.url(),
  tenant_slug: z.string().min(1),
  state_field_id: numericId,
  state_public_key: statePublicKeySchema,
});
export type AppSettings = z.infer<typeof appSettings>;
