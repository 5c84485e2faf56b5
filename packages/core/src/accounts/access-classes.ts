/** How widely a record or field may travel; the order is from nowhere to partners. */
export const ACCESS_CLASSES = ['NEVER', 'CLEAN', 'INTERNAL', 'SHAREABLE'] as const;
export type AccessClass = (typeof ACCESS_CLASSES)[number];
