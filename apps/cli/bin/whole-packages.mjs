/**
 * A resolve hook that takes some packages in their CommonJS form. As ES modules they are hundreds of files (Kysely alone
 * 262), each of which passes through the TypeScript loader's thread; as CommonJS each is one. Halves the time to start.
 */
const PACKAGES = /^(?:csv-parse|edtf|fastify-type-provider-zod|kysely|zod)(?:\/|$)/;

export function resolve(specifier, context, next) {
  if (!PACKAGES.test(specifier)) return next(specifier, context);
  const conditions = context.conditions.map((condition) => (condition === 'import' ? 'require' : condition));
  return next(specifier, { ...context, conditions });
}
