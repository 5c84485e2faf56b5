/**
 * A resolve hook that takes two packages, and the one that joins them to the web framework, in their CommonJS form. As
 * ES modules they are hundreds of files (Kysely 262, Zod 95), each of which passes through the TypeScript loader's
 * thread; as CommonJS each is one. This halves the time to start. Only packages whose two forms are the same code belong
 * here: the two forms of edtf, for one, read dates differently.
 */
const PACKAGES = /^(?:fastify-type-provider-zod|kysely|zod)(?:\/|$)/;

export function resolve(specifier, context, next) {
  if (!PACKAGES.test(specifier)) return next(specifier, context);
  const conditions = context.conditions.map((condition) => (condition === 'import' ? 'require' : condition));
  return next(specifier, { ...context, conditions });
}
