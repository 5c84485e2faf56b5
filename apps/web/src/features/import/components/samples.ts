import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A small table of invented firms that can be taken and imported as it is. */
export type Sample = { readonly file: string; readonly about: MessageDescriptor; readonly text: string };

const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

export const SAMPLES: readonly Sample[] = [
  {
    file: 'members.csv',
    about: msg`One row for each partner of an alliance: the alliance, the partner, its share, when it began and ended.`,
    text: lines(
      'Alliance,Partner,Country,Share,Form,Start,End',
      'Harbour Castings,Northgate Foundry,United Kingdom,60 %,joint venture,Apr 2003,',
      'Harbour Castings,Minami Seiki,Japan,40 %,joint venture,Apr 2003,',
      'Coastal Paints,Northgate Foundry,United Kingdom,,licence,about 1998,2007',
      'Coastal Paints,Hillside Chemicals,Taiwan,,licence,about 1998,2007',
    ),
  },
  {
    file: 'alliances.csv',
    about: msg`One row for each alliance, its partners side by side with their shares.`,
    text: lines(
      'Name,Partner 1,Share 1,Partner 2,Share 2,Form,Period',
      'Harbour Castings,Northgate Foundry,60,Minami Seiki,40,joint venture,2003-',
      'Coastal Paints,Northgate Foundry,,Hillside Chemicals,,licence,1998-2007',
    ),
  },
  {
    file: 'deals.csv',
    about: msg`One row for each participant of a deal, grouped by the deal’s number, as deal databases export them.`,
    text: lines(
      'Deal Number,Alliance Date Announced,Participants in Venture / Alliance (Short Name),Participant Nation,Type,Synopsis',
      '1001,04/22/2003,Northgate Foundry,United Kingdom,Joint Venture,Castings for pumps',
      '1001,04/22/2003,Minami Seiki,Japan,Joint Venture,Castings for pumps',
      '1002,11/30/1998,Northgate Foundry,United Kingdom,License,Paints for ships',
      '1002,11/30/1998,Hillside Chemicals,Taiwan,License,Paints for ships',
    ),
  },
];
