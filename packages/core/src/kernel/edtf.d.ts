declare module 'edtf' {
  type ParsedEdtf = { readonly min: number; readonly max: number };
  export default function edtf(text: string): ParsedEdtf;
}
