/** What truly differs between two worlds and is let stand, each with its reason. `SECURITY.md` tells them to users. */
export type Exception = { readonly what: string; readonly why: string };

export const EXCEPTIONS: readonly Exception[] = [
  {
    what: 'the header Date',
    why: 'Node takes it from a clock inside its HTTP that a test does not reach; it holds the second at which an answer leaves',
  },
  {
    what: 'where a page of a list in the order of entry begins (nextCursor), to members who read',
    why: 'a cursor holds the place of the last record in the order in which records of all workspaces were entered: it tells that others were, and nothing of them',
  },
  {
    what: 'how long an answer takes',
    why: 'it is printed, and not judged: on a machine that others share it says too little',
  },
  {
    what: 'whether a short name (slug) is free, to members who write',
    why: 'a slug stands in addresses once a workspace, so one that is taken by a record of a hidden class is refused as taken',
  },
  {
    what: 'whether shares of a venture still add up to 100 %, to members who write',
    why: "the rule is the venture's, and a stake of a hidden class counts in it",
  },
];
