declare module 'zendesk_app_framework_sdk' {
  import type { Sdk } from './sdk.ts';

  const sdk: Sdk;
  export = sdk;
}
