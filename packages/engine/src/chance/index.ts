export { type Generator, seededGenerator } from './seeded-generator.ts';
