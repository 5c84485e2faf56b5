/** What an invitation says to whoever holds its link. */
export type Invitation = {
  readonly workspaceId: string;
  /** The only e-mail that an account may be made for with it. */
  readonly email: string;
  /** The link went to that e-mail and nowhere else, so that whoever holds it reads that e-mail. */
  readonly isProofOfEmail: boolean;
};

/** The open invitation of a link's token, or null; asked of the room that invites. */
export type InvitationOf = (token: string) => Promise<Invitation | null>;

/** Hands the workspaces that were made without an account to the first one; done by the room that knows of members. */
export type TakeOver = (account: {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}) => Promise<void>;
