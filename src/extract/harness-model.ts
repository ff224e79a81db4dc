/** Says which model a harness ran, and whether that is the card's own. */
import type { YamlNode } from '../core/yaml-tree.ts';
import { textOf, valueAt } from './data-nodes.ts';
import type { Subjects } from './subject.ts';

export interface HarnessModel {
  readonly subject: 'self' | 'other';
  /** As written; null where the file names none. */
  readonly model: string | null;
  /** 0 … 1. */
  readonly sure: number;
  /** What else tells the model's state apart: a revision. */
  readonly settings: readonly string[];
  readonly because: readonly string[];
  /** Why its scores are held; null where they are not. */
  readonly held: string | null;
}

/** Arguments that name the model, as the harness itself looks for them: an adapter is the model, not its base. */
const MODEL_ARGUMENTS = ['peft', 'delta', 'pretrained', 'model', 'path', 'engine'];

/** Names of folders that training programs give to any model. */
const NO_NAME =
  /^(?:checkpoints?(?:[-_]\d+)?|ckpt.*|epoch[-_]?\d+|step[-_]?\d+|final(?:[-_]model)?|merged(?:[-_]model)?|models?|output|outputs|results?|snapshot.*|dummy|hf|none|null|default|[0-9a-f]{32,})$/i;

/**
 * The model of a results file by its `model_name`, else by `config.model_args`. `root` is the file's outermost mapping.
 * Programs write names in full, so that only the very name of the card's own model is that model.
 */
export function harnessModel(root: YamlNode, subjects: Subjects, owner: string | null): HarnessModel {
  const args = argumentsIn(root);
  const written = nameIn(root, args);
  const revision = args('revision');
  const settings = revision === null || /^(?:main|master)$/i.test(revision) ? [] : [`revision ${revision}`];
  if (written === null) {
    const because = ["the file names no model: the card's own"];
    return { subject: 'self', model: null, sure: 0.95, settings, because, held: null };
  }
  const named = written.slice(0, 300);
  // Where the Hub's cache keeps acme/zephyr.
  const cached = /models--([^/\\]+)--([^/\\]+)/.exec(named);
  const name = cached === null ? named : `${cached[1]}/${cached[2]}`;
  const steps = name.split(/[/\\]/).filter((step) => step !== '');
  const last = steps.at(-1) ?? name;
  if (subjects.isExact(name) || (owner === null && steps.length === 2 && subjects.isExact(last))) {
    const because = [`the file names the card's own model: '${name}'`];
    return { subject: 'self', model: name, sure: 1, settings, because, held: null };
  }
  const isPath = steps.length > 2 || /^(?:[/\\.~]|[A-Za-z]:)/.test(name);
  if (!isPath && !NO_NAME.test(last)) {
    const because = [`the file names another model: '${name}'`];
    return { subject: 'other', model: name, sure: 0.95, settings, because, held: null };
  }
  if (isPath && !NO_NAME.test(last) && subjects.isExact(last)) {
    const because = [`the file names a folder called like the card's own model: '${name}'`];
    return { subject: 'self', model: last, sure: 0.95, settings, because, held: null };
  }
  const held = `held: '${name}' does not say whether it is the card's own model`;
  return { subject: 'self', model: name, sure: 0.5, settings, because: [], held };
}

/** The arguments that the model was loaded with; none that are not said. */
function argumentsIn(root: YamlNode): (name: string) => string | null {
  const args = valueAt(valueAt(root, 'config'), 'model_args');
  const said = new Map<string, string | null>();
  if (args?.kind === 'mapping')
    for (const { name } of args.pairs) said.set(name, textOf(valueAt(args, name)));
  else
    for (const pair of (textOf(args) ?? '').split(',')) {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      said.set(name.trim(), value.trim());
    }
  return (name) => {
    const value = said.get(name) ?? '';
    return value === '' || /^(?:none|null)$/i.test(value) ? null : value;
  };
}

function nameIn(root: YamlNode, args: (name: string) => string | null): string | null {
  const direct =
    textOf(valueAt(root, 'model_name')) ?? textOf(valueAt(valueAt(root, 'config_general'), 'model_name'));
  if (direct !== null) return direct;
  for (const argument of MODEL_ARGUMENTS) {
    const found = args(argument);
    if (found !== null) return found;
  }
  return null;
}
