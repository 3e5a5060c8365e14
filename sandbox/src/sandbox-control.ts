/** What the HTTP side may ask of the whole sandbox. */
export interface SandboxControl {
  settle(): Promise<void>;
  /** `4 days`, `30 s`. Throws on anything that is not a duration. */
  advance(duration: string): Promise<void>;
}
