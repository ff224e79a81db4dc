/** The public API: build a site, extract claims, check cards, export results. */
export { type BuildOptions, type BuildSummary, build, check, type Effects, extract } from './build.ts';
export { loadConfig } from './config.ts';
export type { CardMetadata, CardReading } from './core/card.ts';
export type { Claim, ClaimSource } from './core/claim.ts';
export { type Config, DEFAULT_CONFIG } from './core/config.ts';
export type { Diagnostic } from './core/diagnostic.ts';
export { EXPORT_FORMATS, type ExportFormat } from './core/export-formats.ts';
export type { Finding, Model, Result } from './core/result.ts';
export { type ExportOptions, type ExportSummary, exportCards } from './export-build.ts';
