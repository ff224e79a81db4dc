/** What runs in the browser. Every page works without it: it sorts, filters, and shows proofs in place. */
import { startAuditFilter } from './audit-filter.ts';
import { startChartDots } from './chart-dots.ts';
import { startCopyButtons } from './copy.ts';
import { startFileLinks } from './file-links.ts';
import { startProofs } from './proof-popover.ts';
import { startSearch } from './search/start.ts';
import { startTables } from './tables.ts';
import { startThemeSwitch } from './theme-switch.ts';

startThemeSwitch();
startSearch();
startFileLinks();
startCopyButtons();
// Proofs are told by their links' places in the page: they are counted before anything is sorted.
startProofs();
startTables();
startChartDots();
startAuditFilter();
