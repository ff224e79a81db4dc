/** Turns the rows of a grid, once its layout is known, into drafts. */
import { foldCase } from '../core/fold.ts';
import { once } from '../core/once.ts';
import { cellPart, restatesParts, sourceOf } from './cell-part.ts';
import { type CellValue, readCell } from './cell-value.ts';
import { isReport } from './column-shapes.ts';
import type { Column } from './columns.ts';
import type { Draft } from './draft.ts';
import { markOf } from './footnotes.ts';
import type { Cell } from './grid.ts';
import { type LabelReading, readLabel } from './label.ts';
import { otherInRow } from './other-rows.ts';
import { benchmarkOf, wholeOfParts } from './row-benchmark.ts';
import { conditionsOf, settingsOfNote, shotsOfColumn } from './row-conditions.ts';
import { metricOfCell } from './row-metric.ts';
import { groupBeside, modelOf, type RowParts } from './row-model.ts';
import { shotsOf, stderrOf, withDeviation } from './row-values.ts';
import { type Spare, spareTexts } from './twins.ts';
import { TURN } from './words.ts';

/** Reads rows in order; label cells left blank repeat the row above (continuation rows). */
export class RowReader {
  private readonly parts: RowParts;
  private readonly carried = new Map<number, string>();
  private section: LabelReading | null = null;
  /** What a row such as "+ feedback" adds to the model above it. */
  private addition: string | null = null;
  private readonly turns: boolean;
  /** The group that rows with a dash are parts of. */
  private whole = '';
  private isPart = false;
  /** What stood in the rows that are left out. */
  readonly left = new Set<string>();

  constructor(parts: RowParts) {
    this.parts = parts;
    const { layout } = parts;
    this.turns = layout.values.some((column) => TURN.test(column.label.name));
  }

  read(row: readonly Cell[]): Spare[] {
    const { layout } = this.parts;
    if (this.isSection(row)) return [];
    const labels = new Map<number, string>();
    const own = layout.rowColumn === null ? '' : (row[layout.rowColumn]?.text ?? '');
    for (const index of this.labelColumns()) {
      const written = row[index]?.text ?? '';
      const dash = /^[-–—]+$/.test(written);
      // A group that stands for itself ("Previous SOTA | –") is the model of its row.
      const text = dash ? (index === layout.rowColumn ? groupBeside(this.parts, row) : '') : written;
      if (
        index === layout.rowColumn &&
        layout.rows === 'model' &&
        /^\+\s?\p{L}/u.test(text) &&
        this.carried.has(index)
      ) {
        this.addition = text.replace(/^\+\s*/, '');
        labels.set(index, this.carried.get(index) as string);
        continue;
      }
      if (text !== '') {
        if (index === layout.rowColumn) this.startRow(text);
        // A new main label ends what a column to its right carried from the rows above.
        this.carried.set(index, text);
        labels.set(index, text);
      } else if (this.carries(index, own)) labels.set(index, this.carried.get(index) ?? '');
    }
    const other = otherInRow(row, labels, layout, this.parts.registry);
    if (other !== null) {
      this.left.add(other);
      return [];
    }
    const drafts: Spare[] = [];
    for (const column of layout.values) {
      const cell = row[column.index];
      if (!cell) continue;
      const reading = readCell(cell.text);
      if (reading.kind !== 'values') continue;
      const values = this.parts.around.deviations ? withDeviation(reading.values, cell.text) : reading.values;
      const section = this.section?.written ?? '';
      const texts = once(() => spareTexts(this.parts, section, row, column));
      values.forEach((value, position) => {
        const place = { at: (reading.first ?? 0) + position, of: reading.of ?? values.length, position };
        const draft = this.draft(row, column, cell, value, place, labels);
        if (draft) drafts.push({ draft, texts });
      });
    }
    return drafts;
  }

  /** Harnesses indent the tasks of a group by dashes: "mmlu", " - humanities". */
  private startRow(label: string): void {
    this.addition = null;
    this.isPart = this.parts.layout.rows === 'benchmark' && /^[-–]\s?\p{L}/u.test(label);
    if (!this.isPart) this.whole = readLabel(label, this.parts.registry).name;
  }

  private labelColumns(): number[] {
    const { layout } = this.parts;
    const indexes = [...layout.roles.keys()].filter(
      (index) => !['ignored', 'stderr'].includes(layout.roles.get(index) as string),
    );
    return layout.rowColumn === null ? indexes : [layout.rowColumn, ...indexes];
  }

  /** The main label and the columns left of it repeat downwards; shots and metrics only within one main label. */
  private carries(index: number, own: string): boolean {
    const { layout } = this.parts;
    if (index === layout.rowColumn) return true;
    const role = layout.roles.get(index);
    if (role === 'category' || role === 'model' || role === 'benchmark') return true;
    return own === '' && role !== 'metric';
  }

  /** A row with a label and no number names a section: a benchmark, a suite, a group of models. */
  private isSection(row: readonly Cell[]): boolean {
    const { layout, registry, grid } = this.parts;
    // Markdown lets a row end early: "| V2 |" in a table of six columns.
    const filled = row.filter((cell) => !/^(?:[-–—]{3,})?$/.test(cell.text));
    if (filled.length !== 1 || Math.max(row.length, grid.header.length) < 2) return false;
    const text = (filled[0] as Cell).text;
    if (readCell(text).kind === 'values') return false;
    this.section = readLabel(text, registry);
    this.carried.delete(layout.rowColumn ?? -1);
    return true;
  }

  private draft(
    row: readonly Cell[],
    column: Column,
    cell: Cell,
    value: CellValue,
    place: { readonly at: number; readonly of: number; readonly position: number },
    labels: ReadonlyMap<number, string>,
  ): Draft | null {
    const { layout, registry, around, grid, subheaders } = this.parts;
    const because: string[] = [layout.because];
    const settings: string[] = [];
    const rowText = layout.rowColumn === null ? '' : (labels.get(layout.rowColumn) ?? '');
    const headerOfRows = layout.rowColumn === null ? '' : (grid.header[layout.rowColumn]?.text ?? '');
    const rowLabel = readLabel(layout.rows === 'model' ? '' : rowText, registry);
    const header =
      layout.columns === 'none' || layout.columns === 'model' ? readLabel('', registry) : column.label;
    const beneath = subheaders.map(({ cells }) => readLabel(cells[column.index]?.text ?? '', registry));
    subheaders.forEach(({ under }, level) => {
      const reading = beneath[level] as LabelReading;
      const plain = !reading.benchmark && !reading.metricEntry && !reading.average;
      if (under && plain && layout.columns === 'benchmark' && reading.written !== column.header.text)
        settings.push(reading.name);
    });
    const role = (name: string): string | null => {
      for (const [index, held] of layout.roles)
        if (held === name && (labels.get(index) ?? '') !== '') return labels.get(index) as string;
      return null;
    };

    const inMetrics = role('metric');
    // Older scripts print standard errors and names as metrics of their own.
    if (inMetrics !== null && /_stderr\b|_std\b|^alias$/i.test(inMetrics)) return null;
    const metricLabel = inMetrics === null ? null : readLabel(inMetrics, registry);
    if (metricLabel) settings.push(...metricLabel.settings);
    const benchmarkLabel = benchmarkOf(
      { ...this.parts, section: this.section, turns: this.turns },
      rowLabel,
      header,
      beneath,
      role('benchmark'),
      because,
    );
    if (!benchmarkLabel) return null;
    const { label, sure: benchmarkSure } = benchmarkLabel;
    for (const reading of [rowLabel, header, ...beneath, label]) settings.push(...reading.settings);
    const definition = around.define(label.name) ?? around.define(label.written);
    const named = metricOfCell(
      this.parts,
      { column, inMetrics, row: rowLabel, header, beneath, label, section: this.section, definition },
      settings,
      because,
    );
    let { metric } = named;
    if (layout.rows === 'setting' && !named.ofWhole)
      settings.push(/^[\d.]+$/.test(rowText) ? `${headerOfRows} ${rowText}` : rowLabel.name);
    if (layout.columns === 'setting' && header !== label) {
      const step = subheaders.find(({ under }) => !under)?.cells[column.index]?.text ?? '';
      // A number alone is a step of what the header above it names: "Input length 4096".
      settings.push(/^\d[\d.,]*k?$/i.test(header.name) ? `${step} ${header.name}` : header.name);
    }
    if (this.isPart) settings.push(this.whole);
    settings.push(...around.settings);
    const stated = conditionsOf(layout, labels, grid.header, this.section?.written ?? '', registry);
    settings.push(...stated.settings);
    const { footnotes } = around;
    const labelled = footnotes.size > 0 ? [row[layout.rowColumn ?? -1], column.header] : [];
    const marked = labelled.flatMap((cell) => footnotes.get(markOf(cell?.raw ?? '') ?? '') ?? []);
    for (const note of marked) settings.push(...note.settings);
    const split = role('split') ?? around.split;
    const model = modelOf(this.parts, {
      row,
      column,
      labels,
      fromColumn: role('model'),
      beneath: beneath.map((reading) => reading.written),
      section: this.section?.written ?? '',
    });
    if (!model) return null;
    const modelText =
      layout.rows === 'model' ? rowText : layout.columns === 'model' ? column.header.text : '';
    const shotsOfModel = /shot/i.test(modelText) ? readLabel(modelText, registry) : null;
    const shots = shotsOf(
      around,
      value,
      [metricLabel, rowLabel, header, ...beneath, label, shotsOfModel, ...stated.readings, ...marked],
      shotsOfColumn(role('shots') ?? '', registry),
      definition,
      model.model ?? this.parts.subjects.ownName,
    );
    if (value.note) settings.push(...settingsOfNote(value.note, registry));
    const texts = {
      header: column.header.text,
      beneath: beneath.map((reading) => reading.written),
      row: rowText,
      corner: headerOfRows,
      cell: cell.text,
      above: around.pair,
      inBrackets: around.inBrackets,
    };
    const part = cellPart(texts, place.at, place.of, registry);
    if (part.metric !== null) metric = part.metric;
    if (part.setting !== null) settings.push(part.setting);
    if (layout.rows === 'model') settings.push(this.addition ?? '');
    if (model.condition !== undefined) settings.push(model.condition);
    because.push(model.why);
    const parent = around.benchmark?.label.name ?? around.caption ?? around.suite?.name ?? '';
    if (!label.benchmark && !label.average) settings.push(parent);
    let benchmark = label.name;
    let suite = around.suite?.name ?? null;
    if (label.average && !(layout.columns === 'metric' && isReport(layout.values))) {
      benchmark = 'Average';
      const group = model.model?.endsWith(` ${this.section?.written}`) ? undefined : this.section?.name;
      settings.unshift(around.suite?.name ?? group ?? wholeOfParts(this.parts));
      settings.push(/^(?:micro|macro|weighted)(?=\s)/i.exec(label.name)?.[0] ?? '');
    }
    if (this.section && registry.findSuites(this.section.name).length > 0) suite = this.section.name;
    const evidence = Math.min(1, 0.55 + layout.evidence * 0.45 + Math.min(0.1, layout.margin * 0.4));
    return {
      subject: model.subject,
      model: model.model,
      modelWritten: model.written,
      benchmark,
      metric,
      shots,
      settings: settings.filter(
        (setting) =>
          !restatesParts(setting, part, place.of) &&
          ![benchmark, split ?? ''].map(foldCase).includes(foldCase(setting)),
      ),
      split,
      value: value.value,
      percent: value.percent || /[%％]/.test(column.header.text),
      stderr: value.stderr ?? stderrOf(this.parts.columns, row, column),
      suite,
      group: grid.group,
      source: sourceOf(grid.kind, cell, value.text, place.position, rowText, column.header.text),
      confidence: evidence * benchmarkSure * model.sure * part.sure,
      because,
    };
  }
}
