/** A small table of invented firms that can be taken and imported as it is. */
export type Sample = { readonly name: 'members' | 'alliances' | 'deals'; readonly text: string };

const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

export const SAMPLES: readonly Sample[] = [
  {
    name: 'members',
    text: lines(
      'Alliance,Partner,Country,Share,Form,Start,End',
      'Harbour Castings,Northgate Foundry,United Kingdom,60 %,joint venture,Apr 2003,',
      'Harbour Castings,Minami Seiki,Japan,40 %,joint venture,Apr 2003,',
      'Coastal Paints,Northgate Foundry,United Kingdom,,licence,about 1998,2007',
      'Coastal Paints,Hillside Chemicals,Taiwan,,licence,about 1998,2007',
    ),
  },
  {
    name: 'alliances',
    text: lines(
      'Name,Partner 1,Share 1,Partner 2,Share 2,Form,Period',
      'Harbour Castings,Northgate Foundry,60,Minami Seiki,40,joint venture,2003-',
      'Coastal Paints,Northgate Foundry,,Hillside Chemicals,,licence,1998-2007',
    ),
  },
  {
    name: 'deals',
    text: lines(
      'Deal Number,Alliance Date Announced,Participants in Venture / Alliance (Short Name),Participant Nation,Type,Synopsis',
      '1001,04/22/2003,Northgate Foundry,United Kingdom,Joint Venture,Castings for pumps',
      '1001,04/22/2003,Minami Seiki,Japan,Joint Venture,Castings for pumps',
      '1002,11/30/1998,Northgate Foundry,United Kingdom,License,Paints for ships',
      '1002,11/30/1998,Hillside Chemicals,Taiwan,License,Paints for ships',
    ),
  },
];
