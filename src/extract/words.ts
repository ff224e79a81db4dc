/**
 * The words that tables are read by, each list with its reason. They are compared folded (lower case, no separators).
 * None may name a card: they are what authors of many cards write in headers.
 */
import { foldSeparators } from '../core/fold.ts';

/** Words apart by commas, folded. */
const folded = (list: string) => new Set(list.split(',').map((word) => foldSeparators(word)));

/** Headers above a column of model names. */
export const MODEL_HEADERS = folded(`
  base llm, language backbone,
  model, models, model name, llm, llms, method, methods, system, checkpoint, base model, algorithm,
  backbone, architecture, network, encoder, approach, name, version name, variant, model variant, agent,
  baseline, baselines, pretrained model, model id, repo, repository, hf model, model family, teacher,
  student, 模型, 模型名称, 方法, modelo, modelos, modell, modèle, модель, モデル, 모델, النموذج
`);

/** Headers above a part that a model is built from, or a place it lies: beside a column of models they only tell those apart. */
export const COMPONENT_HEADERS = folded(`
  checkpoint, repo, repository, hf model,
  llm, base llm, base model, backbone, encoder, language backbone, language model, teacher, student, architecture, network
`);

/** Headers above a column that holds the size belonging to the model named beside it. */
export const SIZE_HEADERS = folded(`
  size, model size, params, #params, # params, param, parameters, #parameters, # parameters,
  parameter count, param count, param_count, params (m), params(m), params (b), total params, num params,
  参数量, 参数, parámetros, パラメータ数
`);

/** Headers above a column of benchmarks or data sets. */
export const BENCHMARK_HEADERS = folded(`
  benchmark, benchmarks, benchmark name, task, tasks, task name, dataset, datasets, data set,
  dataset name, eval, evals, evaluation, evaluation dataset, evaluation set, test, tests, test set,
  testset, test dataset, exam, corpus, suite, evaluation benchmark, eval dataset, environment, env, 数据集,
  任务, 评测集, 评测, 基准, 测试集, データセット, タスク, ベンチマーク, 데이터셋, 벤치마크, datensatz, tarea, conjunto de datos,
  набор данных, бенчмарк, задача, jeu de données, tarefa, tâche, aufgabe, compito, taak
`);

/** Headers above a column that groups benchmarks without being one. */
export const CATEGORY_HEADERS = folded(`
  categoria, catégorie, categorie, kategorien, категория, subject, subjects, topic, field,
  category, categories, capability, ability, area, type, task type, task category, group, groups, domain,
  discipline, skill, entity, entity type, class, class name, label, intent, emotion, relation, phenomenon, kategorie, categoría, 类别, 能力, 分类, カテゴリ, benchmark type, tag
`);

/** Headers above a column of metrics. */
export const METRIC_HEADERS = folded(`
  metric, metrics, measure, eval metric, evaluation metric, metric name, main metric, métrica, metrik,
  метрика, 指标, 評価指標, 지표, métrique
`);

/** Headers above the number itself, where they say nothing about what it measures. */
export const VALUE_HEADERS = folded(`
  value, #value, values, score, scores, result, results, performance, number, points, valor, wert, punktzahl,
  puntuación, pontuação, resultado, resultados, résultat, résultats, ergebnis, ergebnisse, risultato, punteggio,
  резultat, результат, значение, 分数, 得分, 结果, 数值, 値, スコア, 점수, النتيجة, test score,
  eval result, evaluation result, metric result, metric results, metric value, metric score, measured, this model, ours
`);

export const SHOTS_HEADERS = folded(`
  n-shot, nshot, shots, shot, # shots, #shots, #shot, # shot, n shots, num shots, few-shot, fewshot,
  num_fewshot, number of shots, 样本数
`);
export const SPLIT_HEADERS = folded(`
  split, subset, partition, set, eval split
`);
export const LANGUAGE_HEADERS = folded(`
  language, languages, lang, locale, idioma, sprache, язык, 语言, 言語, language pair, lang pair, direction,
  translation direction, pair
`);
export const FILTER_HEADERS = folded(`
  filter, filters
`);
export const SETTING_HEADERS = folded(`
  decoding method, decoding methods, decode method, decoding strategy, search method, language modeling,
  language modelling, inference method, evaluation setting, eval setting, prompt strategy, prompting method,
  tokenizer, optimizer, optimiser, decoder, scheduler, loss function, pooling, chat template,
  setting, settings, mode, prompt, prompting, configuration, config, setup, condition, decoding,
  inference mode, prompt type, turn, thinking, precision, quantization, lm, with lm, language model,
  resolution, input, level, difficulty, k, length, context length
`);
export const STDERR_HEADERS = folded(`
  stderr, std err, std. error, standard error, std, stdev, standard deviation, stderr_clt, stderr clt,
  ± std, error, margin, 95% ci, ci, ci95, confidence interval, +/-, ±
`);

/** Headers of columns that hold numbers which are not results. */
export const IGNORED_HEADERS = folded(`
  fps, knowledge cutoff, cutoff, density, d_model, n_layers, n_heads, d_head, kv heads, attention heads,
  number of layers, ffn, intermediate size, hidden dim, release, released, storage, storage (%),
  snt, wrd, hf link, hugging face, huggingface, modelscope, github, huggingface link, weight link,
  win, wins, tie, ties, losses, lose, fertility, tokenizer fertility, share of training tokens, #sent, #words, lines,
  run, trial, fold, experiment, vram1, hours of data, loss,
  weight, share, proportion, ratio, percentage, mixture, sampling weight, sampling ratio, tokens (b), gpu hours, tdp,
  examples, # examples, #examples, rows, questions, items, prompts, pairs, conversations, dialogues, problems, videos,
  documents, docs, sentences, words, speakers, duration, utterances, wall clock, wall-clock, carbon emitted,
  version, rank, #, no, no., nr, index, id, date, release date, year, license, licence, link, links, url,
  notes, note, comment, comments, remarks, description, speed, throughput, latency, tokens/s,
  tokens per second, tok/s, t/s, vram, gpu, gpus, gpu memory, memory, ram, max ram required, context,
  context window, max length, sequence length, seq len, max tokens, embedding dimension, dimension,
  dimensions, dim, flops, gflops, macs, gmacs, img_size, image size, img size, resolution (px),
  batch size, epoch, epochs, step, steps, price, cost, cost ($), tokens, #tokens, avg tokens,
  average tokens, training tokens, # training tokens, pretraining tokens, pre-training tokens, tokens seen, tokens trained,
  trained tokens, train tokens, avg length, avg. length, length (tokens), avg_length, support, samples, # samples, sample count, training sample count, word count,
  #samples, n, count, counts, size (gb), file size, disk, download, download link, downloads, time,
  runtime, training time, inference time, eval time, total evaluation time, hours, learning rate, lr,
  batch, seed, layers, heads, hidden size, recovery, recovery (%), recovery rate, difference, diff,
  delta, δ, change, improvement, gain, increase, relative, relative improvement, p-value, threshold,
  votes, organization, organisation, org, developer, company, source, reference, paper, config file,
  checkpoint link, weights, images, classes, # classes, #images, instances, entities, revision, commit,
  open source, open weights, arrow, training data, train, train dataset, train data, training dataset, training set,
  train set, trained on, training corpus, dev size, data size, num tokens, vocab size,
  vocabulary size, bits, bpw, bits per weight, group size, gs, quant method, use case, filename, file,
  name of file, 备注, 发布日期, 日期
`);

/** A header of one of these means a training history or a list of files or settings: nothing in the table is a result. */
export const HISTORY_HEADERS = folded(`
  epoch, epochs, step, steps, training loss, train loss, validation loss, val loss, iteration,
  iterations, global step, lr, learning rate
`);
export const SETTINGS_TABLE_HEADERS = folded(`
  training set, data, dataset statistics, statistic, statistics, quantity,
  hyperparameter, hyperparameters, hyper-parameter, hyper-parameters, hyper parameter, parameter,
  argument, arguments, option, setting, field, property, attribute, config, key, feature, features,
  specification, spec, item, hparam, training hyperparameters, 超参数, hyperparametre, parametro,
  parameter name, variable, component, stage, phase
`);
export const FILE_TABLE_HEADERS = folded(`
  filename, file, file name, quant type, quant, quant method, bits, branch, bpw, download, file size,
  max ram required, use case, gguf, quantization type, gs, act order
`);

/** Names of an average over several results. */
export const AVERAGE =
  /^(?:(?:overall |macro |micro |weighted |unweighted |total |grand |final |global )?(?:avg|average|averages|mean|averaged)\.?(?: score| performance| accuracy| acc| result| value)?|overall(?: score| average| performance)?|moyenne|durchschnitt|promedio|media|média|среднее|平均|平均分|均值|综合|총평균|평균|المتوسط|gemiddelde|total score)$/i;

/** Words that say "the card's own model". */
export const SELF_WORDS =
  /^(?:ours?|our (?:model|method|approach|system)|(?:this )?new model|this(?: model| work| repo| repository| card| checkpoint| release| one| artifact| quant| quantization| version| adapter| fine-?tune| merge| lora| run)?|this model \(ours\)|the model|current(?: model)?|proposed(?: model| method)?|(?:our )?fine-?tuned(?: model)?|trained model|本模型|我们|我们的模型|本项目|ours \(this model\)|unser modell|nuestro modelo|este modelo|notre modèle|наша модель|本モデル|当モデル)$/i;

/** Words by which a variant says that it is the model as it was, without what the card adds. */
export const ORIGINAL = /^(?:ori|orig|original|vanilla|baseline|unmodified)\.?$/i;

/** Turns of a conversation benchmark. */
export const TURN = /^(?:1st|2nd|first|second|turn)[\s-]*(?:turn|\d)?$/i;

/** Families of models: their names stand in tables of thousands of cards, so they tell a model from a benchmark. */
export const MODEL_FAMILIES =
  /(?:^|[^\p{L}]|\b\p{L}{1,8}(?=bert|gpt|llama|t5\b))(?:llama|llemma|alpaca|vicuna|mistral|mixtral|ministral|codestral|qwen|qwq|gpt|chatgpt|o1|o3|o4|gemini|gemma|palm|claude|sonnet|opus|haiku|phi|falcon|mpt|bloomz?|bloom|opt|pythia|dolly|stablelm|zephyr|starling|tulu|olmo|yi|deepseek|internlm|internvl|baichuan|chatglm|glm|minicpm|aya|command|cohere|grok|nemotron|granite|smollm|tinyllama|openchat|hermes|orca|wizard(?:lm|math|coder)?|starcoder|santacoder|codegen|codet5|codellama|incoder|minerva|chinchilla|gopher|t5|flan|ul2|bart|pegasus|m2m|nllb|bert|roberta|deberta|electra|albert|distilbert|xlm|xlnet|ernie|macbert|camembert|sbert|minilm|mpnet|e5|bge|gte|jina|nomic|sfr|voyage|ada|instructor|contriever|colbert|splade|simcse|labse|clip|siglip|blip|llava|idefics|cogvlm|flamingo|kosmos|whisper|wav2vec2?|hubert|wavlm|conformer|parakeet|canary|seamless|resnet|resnext|efficientnet|convnext|mobilenet|vgg|densenet|regnet|vit|deit|beit|swin|dino|dinov2|eva|yolo|detr|sam|rf-detr|vits|tacotron|kokoro|reka|jamba|mamba|rwkv|dbrx|arctic|exaone|solar|polylm|seallm|sailor|sea-lion|mathstral|math-?shepherd|metamath|mammoth|xwin|nous|kimi|ernie|hunyuan|step|doubao|minimax|skywork|aquila|moss|xverse|telechat|orion|persimmon|replit|cerebras|galactica|chronos|timesfm|moirai|lag-llama)(?=$|[^\p{L}]|\d)/iu;

/** What models are compared with that is no model of its own: people, chance, what was best before, older methods. */
export const BASELINES =
  /^(?:human|random|chance|majority|previous sota|prior sota|best published|published best|sota|state[ -]of[ -]the[ -]art|random baseline|human(?: expert)?s?|baseline|base|base model|teacher|student|bm25|tf-?idf|bicubic|fasttext|word2vec|elmo|svm|naive bayes|logistic regression|(?:bi-?)?lstm|xgboost|random forest)\b/i;

/** "7B", "1.5b", "350M", "8x7B": the size in a model's name. */
export const SIZE_IN_NAME = /(?:^|[^\p{L}\d.])(?:\d+x)?\d+(?:\.\d+)?\s?[bm](?:illion)?(?=$|[^\p{L}\d])/iu;

/** Parts that authors split one benchmark into. */
export const PART =
  /^(?:stem|humanities|social(?: sciences?)?|others?|hard|easy|medium|微积分|人文|社科|社会科学|其他|[1-9](?:st|nd|rd|th)? turn|overall)$/i;
