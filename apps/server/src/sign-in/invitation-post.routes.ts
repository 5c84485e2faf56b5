import type { Configuration } from '../platform/configuration.ts';
import type { PostInvitation } from '../platform/invitation-post.ts';
import { invitationText } from './invitation-letter.ts';
import { languageOf } from './mail-texts.ts';
import type { SignIn } from './sign-in.ts';
import { originOf } from './visit-of.routes.ts';

/** Invitations by e-mail, in the language of whoever invites: of the invited nothing is known yet. */
export const invitationPost =
  ({ post, afterwards }: Pick<SignIn, 'post' | 'afterwards'>, configuration: Configuration): PostInvitation =>
  (request, { to, token, ...letter }) => {
    if (!post.sends) return false;
    const link = `${originOf(request, configuration)}/invitation#${token}`;
    const text = invitationText(languageOf(request.headers['accept-language']), letter, link);
    afterwards(() => post.send({ to, ...text }));
    return true;
  };
