/** What the server was told, validated. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly productVersion: string;
}
