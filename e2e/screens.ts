/** `npm run screens`: every page in three languages, two themes and two widths, as pictures in `e2e/screens/`. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { settled } from './looks.ts';
import { PAGES } from './pages.ts';
import { serveProduct } from './served-product.ts';
import { LANGUAGES, openBrowser, THEMES, visitor, WIDTHS } from './visitor.ts';

const FOLDER = path.join(import.meta.dirname, 'screens');
const names = process.argv.slice(2);
const pages = PAGES.filter(({ name }) => names.length === 0 || names.includes(name));
const looks = LANGUAGES.flatMap((language) =>
  THEMES.flatMap((theme) => WIDTHS.map((width) => ({ language, theme, width }))),
);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const product = await serveProduct();
const browser = await openBrowser();
try {
  for (const look of looks) {
    const { page, leave } = await visitor(browser, product.address, look);
    for (const { name, path: address } of pages) {
      await page.goto(address);
      const heading = page.getByRole('heading', { level: 1 }).first();
      await heading.waitFor().catch((error: unknown) => {
        throw new Error(`${address} in ${look.language} shows no heading`, { cause: error });
      });
      await settled(page);
      const file = `${name}.${look.language}.${look.theme}.${look.width}.png`;
      await page.screenshot({ path: path.join(FOLDER, file), fullPage: true });
      console.log(file);
    }
    await leave();
  }
} finally {
  await browser.close();
  await product.stop();
}
