-- The whole database: what cards say, what it means, and the views that boards are made from.
-- It is made again from the cards on every build, so nothing in it is precious: a file with another
-- schema is replaced. Tables have no keys or indexes, because each is written once, in full and in order.
-- Scores stand in their benchmark's own scale. NULL means: not known, or not said.

CREATE TABLE meta (
  name  VARCHAR NOT NULL,
  value VARCHAR NOT NULL
);

-- ── What was read ─────────────────────────────────────────────────────────────────────────────────────────

-- The cache of read cards. The key covers a card's bytes and path, those of the files beside it, the code, the registry and the config.
CREATE TABLE card_readings (
  key     VARCHAR NOT NULL,
  reading BLOB NOT NULL                -- JSON text of a reading, deflated
);

CREATE TABLE cards (
  path     VARCHAR NOT NULL,           -- relative to the cards folder
  file     VARCHAR NOT NULL,           -- relative to the working folder, as diagnostics name it
  model    VARCHAR NOT NULL,
  hash     VARCHAR NOT NULL,           -- SHA-256 of the file's bytes
  accepted INTEGER NOT NULL,           -- claims
  held     INTEGER NOT NULL
);

CREATE TABLE diagnostics (
  severity   VARCHAR NOT NULL,         -- error, warning, info
  code       VARCHAR NOT NULL,         -- room/name
  message    VARCHAR NOT NULL,
  file       VARCHAR NOT NULL,
  line       INTEGER NOT NULL,         -- 1-based
  "column"   INTEGER NOT NULL,         -- 1-based, UTF-16 code units
  end_column INTEGER,                  -- exclusive
  hint       VARCHAR
);

-- One number at one place of a card, and the reading of it.
CREATE TABLE claims (
  id                   VARCHAR NOT NULL, -- card#L12C3, card#results.json:L12C3
  card                 VARCHAR NOT NULL,
  subject              VARCHAR NOT NULL, -- self, other
  model_as_written     VARCHAR,
  benchmark_as_written VARCHAR NOT NULL,
  metric_as_written    VARCHAR,
  shots                INTEGER,
  setting              VARCHAR,
  split                VARCHAR,
  value                DOUBLE NOT NULL,  -- as written
  unit_as_written      VARCHAR,
  stderr               DOUBLE,           -- in the value's own scale
  origin_name          VARCHAR,
  origin_url           VARCHAR,
  date                 VARCHAR,          -- of the measurement, "2026-02-03"
  claims_verification  BOOLEAN NOT NULL,
  suite_as_written     VARCHAR,
  "group"              VARCHAR NOT NULL,
  source_kind          VARCHAR NOT NULL,
  source_file          VARCHAR,          -- beside the card; NULL: the card itself
  line                 INTEGER NOT NULL,
  "column"             INTEGER NOT NULL,
  cell                 INTEGER,
  raw                  VARCHAR NOT NULL,
  "row"                VARCHAR,
  header               VARCHAR,
  confidence           DOUBLE NOT NULL,
  because              VARCHAR NOT NULL, -- a JSON array of sentences
  status               VARCHAR NOT NULL, -- accepted, held
  model                VARCHAR,
  benchmark            VARCHAR,
  metric               VARCHAR,
  score                DOUBLE,
  unit                 VARCHAR
);

-- ── What it is about ──────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE models (
  id                  VARCHAR NOT NULL,  -- owner/name
  owner               VARCHAR,
  name                VARCHAR NOT NULL,
  display_name        VARCHAR NOT NULL,
  card                VARCHAR,           -- NULL: it appears in others' tables only
  names               VARCHAR[] NOT NULL,
  licenses            VARCHAR[] NOT NULL,
  license_name        VARCHAR,
  license_link        VARCHAR,
  languages           VARCHAR[] NOT NULL,
  tags                VARCHAR[] NOT NULL,
  datasets            VARCHAR[] NOT NULL,
  base_models         VARCHAR[] NOT NULL,
  base_model_relation VARCHAR,
  library             VARCHAR,
  pipeline_tag        VARCHAR,
  parents             VARCHAR[] NOT NULL, -- base models under their ids here
  parameters          DOUBLE,            -- billions
  parameters_because  VARCHAR,
  type                VARCHAR NOT NULL,
  type_because        VARCHAR,
  flagged_reason      VARCHAR,
  flagged_link        VARCHAR
);

CREATE TABLE benchmarks (
  id               VARCHAR NOT NULL,
  name             VARCHAR NOT NULL,
  listed           BOOLEAN NOT NULL,     -- in the registry
  category         VARCHAR NOT NULL,
  metric           VARCHAR NOT NULL,     -- the one meant where a card names none
  unit             VARCHAR NOT NULL,
  range_from       DOUBLE,
  range_to         DOUBLE,
  higher_is_better BOOLEAN,
  random_baseline  DOUBLE,
  baseline_source  VARCHAR,
  shots            INTEGER,
  dataset          VARCHAR,
  home             VARCHAR,
  harness_task     VARCHAR,
  description      VARCHAR NOT NULL,
  note             VARCHAR,
  suites           VARCHAR[] NOT NULL
);

CREATE TABLE metrics (
  id               VARCHAR NOT NULL,
  name             VARCHAR NOT NULL,
  higher_is_better BOOLEAN,              -- NULL: the benchmark says
  unit             VARCHAR,              -- NULL: the benchmark's
  description      VARCHAR NOT NULL
);

CREATE TABLE suites (
  id               VARCHAR NOT NULL,
  name             VARCHAR NOT NULL,
  description      VARCHAR NOT NULL,
  home             VARCHAR,
  normalized       BOOLEAN NOT NULL,
  average_rule     VARCHAR NOT NULL,     -- mean, none
  average_requires INTEGER,              -- NULL: all members
  average_decimals INTEGER NOT NULL
);

CREATE TABLE suite_members (
  suite     VARCHAR NOT NULL,
  position  INTEGER NOT NULL,
  benchmark VARCHAR NOT NULL,
  metric    VARCHAR NOT NULL,
  shots     INTEGER,
  setting   VARCHAR
);

-- ── What it means ─────────────────────────────────────────────────────────────────────────────────────────

-- One (model, benchmark, metric, shots, setting, split) with its headline score.
CREATE TABLE results (
  position       INTEGER NOT NULL,       -- place in the order of every export
  id             VARCHAR NOT NULL,
  model          VARCHAR NOT NULL,
  benchmark      VARCHAR NOT NULL,
  metric         VARCHAR NOT NULL,
  shots          INTEGER,
  shots_inferred BOOLEAN NOT NULL,
  setting        VARCHAR,
  split          VARCHAR,
  score          DOUBLE NOT NULL,
  unit           VARCHAR NOT NULL,
  stderr         DOUBLE,
  decimals       INTEGER NOT NULL,
  origin         VARCHAR NOT NULL,       -- leaderboard, self-reported, third-party
  spread         DOUBLE NOT NULL         -- largest difference between its values
);

-- The different numbers claimed for one result; the headline is number 0.
CREATE TABLE result_values (
  result   VARCHAR NOT NULL,
  number   INTEGER NOT NULL,
  score    DOUBLE NOT NULL,
  stderr   DOUBLE,
  decimals INTEGER NOT NULL,
  origin   VARCHAR NOT NULL
);

-- The claims behind a result (value is NULL), and behind each of its values.
CREATE TABLE result_claims (
  result   VARCHAR NOT NULL,
  value    INTEGER,                      -- number in result_values
  position INTEGER NOT NULL,
  claim    VARCHAR NOT NULL
);

CREATE TABLE findings (
  id           VARCHAR NOT NULL,
  rule         VARCHAR NOT NULL,         -- as core/audit-codes.ts lists them
  severity     VARCHAR NOT NULL,         -- ok, info, warning
  model        VARCHAR NOT NULL,
  suite        VARCHAR,
  benchmark    VARCHAR,
  message      VARCHAR NOT NULL,
  published    DOUBLE,
  recomputed   DOUBLE,
  "by"         VARCHAR,
  alternatives VARCHAR NOT NULL,         -- a JSON array of {by, value}
  claims       VARCHAR[] NOT NULL
);

-- Cards whose results are those of another model's card. Where the source is not known, nothing is taken from either.
CREATE TABLE copies (
  model   VARCHAR NOT NULL,
  source  VARCHAR,
  "like"  VARCHAR NOT NULL,              -- whose card gives the same numbers
  shared  INTEGER NOT NULL,              -- numbers in common
  "of"    INTEGER NOT NULL,              -- numbers that the card gives
  because VARCHAR,
  claims  VARCHAR[] NOT NULL
);

-- Results that are another model's: shown, but neither ranked nor on a board.
CREATE TABLE inherited (
  result VARCHAR NOT NULL,
  source VARCHAR NOT NULL
);

-- ── What boards ask for ───────────────────────────────────────────────────────────────────────────────────

CREATE TABLE boards (
  id       VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  suite    VARCHAR,
  rule     VARCHAR NOT NULL,             -- mean, none
  requires INTEGER NOT NULL,             -- cells that an average needs
  decimals INTEGER NOT NULL
);

CREATE TABLE board_columns (
  board     VARCHAR NOT NULL,
  position  INTEGER NOT NULL,
  benchmark VARCHAR NOT NULL,
  metric    VARCHAR NOT NULL,
  shots     INTEGER,
  setting   VARCHAR
);

-- What stands in the cells: board_kept, stored, since every view below starts from it.
CREATE TABLE board_cells (
  board    VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  model    VARCHAR NOT NULL,
  result   VARCHAR NOT NULL,
  score    DOUBLE NOT NULL,
  stderr   DOUBLE,
  decimals INTEGER NOT NULL,
  loose    VARCHAR
);

-- ── What is computed ──────────────────────────────────────────────────────────────────────────────────────

-- A number as a page prints it. The nudge lets decimal halves round up that binary numbers hold a hair too low.
CREATE MACRO as_printed(score, decimals) AS round(score + sign(score) * 1e-9, decimals);

-- Digits that a board shows of a score: as many as the claim has, but no more than help to compare.
CREATE MACRO shown_decimals(decimals, unit) AS
  least(decimals, CASE WHEN unit IN ('fraction', 'perplexity', 'number') THEN 4 ELSE 2 END);

-- Sorts the better first, whichever direction that is.
CREATE MACRO better_first(score, higher_is_better) AS CASE WHEN higher_is_better THEN -score ELSE score END;

-- The direction of a benchmark under a metric. A benchmark speaks for its own metric; another metric speaks
-- for itself (contamination on ARC is lower the better). Where neither knows, higher is taken to be better.
CREATE VIEW directions AS
SELECT used.benchmark, used.metric,
       CASE WHEN benchmarks.metric = used.metric
            THEN coalesce(benchmarks.higher_is_better, metrics.higher_is_better, true)
            ELSE coalesce(metrics.higher_is_better, benchmarks.higher_is_better, true)
       END AS higher_is_better
FROM (SELECT benchmark, metric FROM results UNION SELECT benchmark, metric FROM board_columns) AS used
LEFT JOIN benchmarks ON benchmarks.id = used.benchmark
LEFT JOIN metrics ON metrics.id = used.metric;

-- Every result that may stand in a column: never another stated number of shots, another setting or another
-- metric, but for exact match, which leaderboards print as accuracy. `usual` splits name the part of a data set
-- that a benchmark is run on, which is the benchmark itself; other splits are something else.
CREATE VIEW board_candidates AS
SELECT board_columns.board, board_columns.position, results.model, results.id AS result,
       results.score, results.stderr, results.shots_inferred, results.origin,
       shown_decimals(results.decimals, results.unit) AS decimals,
       results.metric <> board_columns.metric AS other_metric,
       results.shots IS DISTINCT FROM board_columns.shots AS other_shots,
       CASE WHEN results.shots IS NOT DISTINCT FROM board_columns.shots THEN NULL
            WHEN results.shots IS NULL THEN 'shots not stated'
            ELSE 'measured with ' || results.shots || CASE results.shots WHEN 1 THEN ' shot' ELSE ' shots' END
       END AS why_shots,
       CASE WHEN results.metric <> board_columns.metric
            THEN 'reported as ' || results.metric || ', not ' || board_columns.metric END AS why_metric,
       list_position(['default', 'test', 'validation', 'train'], lower(results.split)) AS usual
FROM board_columns JOIN results USING (benchmark)
WHERE results.id NOT IN (SELECT result FROM inherited)
  AND (results.metric = board_columns.metric
       OR (results.metric IN ('acc', 'exact_match') AND board_columns.metric IN ('acc', 'exact_match')))
  AND (results.shots IS NULL OR board_columns.shots IS NULL OR results.shots = board_columns.shots)
  AND results.setting IS NOT DISTINCT FROM board_columns.setting
  AND (results.split IS NULL OR lower(results.split) IN ('default', 'test', 'validation', 'train'));

CREATE MACRO origin_order(origin) AS list_position(['leaderboard', 'self-reported', 'third-party'], origin);

-- The one result that stands in a cell: the closest match first, then who says so.
CREATE VIEW board_choices AS
SELECT board, position, model, result, score, stderr, decimals,
       nullif(concat_ws('; ', why_shots, why_metric), '') AS loose
FROM board_candidates
QUALIFY row_number() OVER (
  PARTITION BY board, position, model
  ORDER BY other_metric, other_shots, shots_inferred, usual NULLS FIRST, origin_order(origin), result) = 1;

-- The choices that make rows worth ranking. On a suite's board a row needs a cell that matches its column by what its claim says, or
-- cells in half of the columns: a lone number whose shots nobody states says nothing of a suite. And a suite has a board
-- where some row has half of its columns, or a number measured with the very shots that a column asks for: sharing a
-- benchmark with another suite is not enough.
CREATE VIEW board_kept AS
SELECT board, position, model, result, score, stderr, decimals, loose
FROM (
  SELECT *, max(coverage) OVER (PARTITION BY board) AS widest, bool_or(stated) OVER (PARTITION BY board) AS any_stated
  FROM (
    SELECT choices.*, boards.suite, counts.columns,
           loose IS NULL AND board_columns.shots IS NOT NULL AND NOT results.shots_inferred AS stated,
           count(*) FILTER (loose IS NULL AND NOT results.shots_inferred) OVER (PARTITION BY choices.board, choices.model) AS exact,
           count(*) OVER (PARTITION BY choices.board, choices.model) AS coverage
    FROM board_choices AS choices
    JOIN boards ON boards.id = choices.board
    JOIN board_columns ON board_columns.board = choices.board AND board_columns.position = choices.position
    JOIN results ON results.id = choices.result
    JOIN (SELECT board, count(*) AS columns FROM board_columns GROUP BY board) AS counts ON counts.board = choices.board
  )
  WHERE suite IS NULL OR exact > 0 OR coverage * 2 >= columns
)
WHERE suite IS NULL OR any_stated OR widest * 2 >= columns;

-- Every column with its direction, its digits, and its best number as printed.
CREATE VIEW board_column_facts AS
SELECT board_columns.board, board_columns.position,
       any_value(directions.higher_is_better) AS higher_is_better,
       coalesce(max(cells.decimals), 0) AS decimals,
       CASE WHEN any_value(directions.higher_is_better) THEN max(cells.score) ELSE min(cells.score) END AS best
FROM board_columns
JOIN directions USING (benchmark, metric)
LEFT JOIN board_cells AS cells ON cells.board = board_columns.board AND cells.position = board_columns.position
GROUP BY board_columns.board, board_columns.position;

-- One model's row. Sums run in column order, so that the last digit never wavers. The average has a standard error
-- where every cell has one: that of a mean of independent measurements.
CREATE VIEW board_averages AS
SELECT cells.board, cells.model, count(*) AS coverage,
       CASE WHEN boards.rule = 'mean' AND count(*) >= boards.requires
            THEN as_printed(list_sum(list(cells.score ORDER BY cells.position)) / count(*), boards.decimals)
       END AS average,
       CASE WHEN count(cells.stderr) = count(*)
            THEN sqrt(list_sum(list(cells.stderr * cells.stderr ORDER BY cells.position))) / count(*)
       END AS stderr
FROM board_cells AS cells JOIN boards ON boards.id = cells.board
GROUP BY cells.board, cells.model, boards.rule, boards.requires, boards.decimals;

-- What a board ranks by: its average (lower is better only where it is so in every column), or where it has
-- none, the first column that anybody reports.
CREATE VIEW board_ranked_by AS
SELECT boards.id AS board,
       CASE WHEN boards.rule = 'none' THEN min(cells.position) END AS position,
       CASE WHEN boards.rule = 'none' THEN min_by(facts.higher_is_better, cells.position)
            ELSE bool_or(facts.higher_is_better) END AS higher_is_better,
       CASE WHEN boards.rule = 'none' THEN min_by(facts.decimals, cells.position) END AS decimals
FROM boards
JOIN board_cells AS cells ON cells.board = boards.id
JOIN board_column_facts AS facts ON facts.board = cells.board AND facts.position = cells.position
GROUP BY boards.id, boards.rule;

-- The number that each row of a board is ranked by.
CREATE VIEW board_ranked_rows AS
SELECT averages.board, averages.model, averages.coverage, averages.average, ranked.higher_is_better,
       CASE WHEN ranked.position IS NULL THEN averages.average
            ELSE as_printed(first_cells.score, ranked.decimals) END AS ranked_by,
       CASE WHEN ranked.position IS NULL THEN averages.stderr ELSE first_cells.stderr END AS stderr
FROM board_averages AS averages
JOIN board_ranked_by AS ranked USING (board)
LEFT JOIN board_cells AS first_cells
  ON first_cells.board = averages.board AND first_cells.model = averages.model
 AND first_cells.position = ranked.position;

-- Everything that is ranked, in lists of its own: results that were measured alike, the cells of a board's column,
-- the rows of a board. `printed` is the number with the digits that its list shows: what looks the same shares a rank.
CREATE VIEW contests AS
SELECT 'result' AS kind,
       concat_ws(chr(10), results.benchmark, results.metric, coalesce(results.shots::VARCHAR, ''),
                 coalesce(results.setting, ''), coalesce(results.split, '')) AS list,
       results.id AS item, results.score, results.stderr, directions.higher_is_better,
       as_printed(results.score, max(least(results.decimals, 4)) OVER (
         PARTITION BY results.benchmark, results.metric, results.shots, results.setting, results.split)) AS printed
FROM results JOIN directions USING (benchmark, metric)
WHERE results.id NOT IN (SELECT result FROM inherited)
UNION ALL
SELECT 'cell', cells.board || chr(10) || cells.position, cells.model, cells.score, cells.stderr, facts.higher_is_better,
       as_printed(cells.score, facts.decimals)
FROM board_cells AS cells JOIN board_column_facts AS facts USING (board, position)
UNION ALL
SELECT 'row', board, model, ranked_by, stderr, higher_is_better, ranked_by
FROM board_ranked_rows WHERE ranked_by IS NOT NULL;

-- Competition ranking: ties share a rank, and the next ranks are skipped.
CREATE VIEW contest_ranks AS
SELECT *, rank() OVER (PARTITION BY kind, list ORDER BY better_first(printed, higher_is_better)) AS rank,
       count(*) OVER (PARTITION BY kind, list) AS "of",
       count(*) OVER (PARTITION BY kind, list, printed) AS tied
FROM contests;

-- Ranks with the band that a model may stand in: two whose standard errors are known and whose difference is within
-- two standard errors of that difference cannot be told apart.
CREATE VIEW places AS
WITH blurred AS (
  SELECT mine.kind, mine.list, mine.item,
         count(*) FILTER (theirs.rank < mine.rank) AS above, count(*) FILTER (theirs.rank > mine.rank) AS below
  FROM contest_ranks AS mine JOIN contest_ranks AS theirs ON mine.kind = theirs.kind AND mine.list = theirs.list
  WHERE mine.stderr IS NOT NULL AND theirs.stderr IS NOT NULL AND mine.rank <> theirs.rank
    AND abs(mine.score - theirs.score) <= 2 * sqrt(mine.stderr * mine.stderr + theirs.stderr * theirs.stderr) + 1e-9
  GROUP BY mine.kind, mine.list, mine.item
)
SELECT ranks.*,
       CASE WHEN above IS NOT NULL THEN ranks.rank - above END AS band_from,
       CASE WHEN below IS NOT NULL THEN ranks.rank + ranks.tied - 1 + below END AS band_to
FROM contest_ranks AS ranks
LEFT JOIN blurred ON blurred.kind = ranks.kind AND blurred.list = ranks.list AND blurred.item = ranks.item;

-- The rank of each result among all that were measured alike.
CREATE VIEW standings AS
SELECT results.position, results.id AS result, places.rank, places."of", places.band_from, places.band_to
FROM results JOIN places ON places.kind = 'result' AND places.item = results.id;

CREATE VIEW board_rows AS
SELECT rows.board, rows.model, rows.coverage, rows.average, places.rank, places.band_from, places.band_to
FROM board_ranked_rows AS rows
LEFT JOIN places ON places.kind = 'row' AND places.list = rows.board AND places.item = rows.model;

-- The average that somebody publishes for a model on a board's suite.
CREATE VIEW board_published AS
SELECT boards.id AS board, results.model, results.id AS result
FROM boards JOIN results ON results.benchmark = boards.suite AND results.metric = 'average'
QUALIFY row_number() OVER (
  PARTITION BY boards.id, results.model
  ORDER BY results.setting NULLS FIRST, origin_order(results.origin), results.id) = 1;

-- A result with the numbers and claims behind it: what results.parquet holds.
CREATE VIEW published_results AS
SELECT results.*,
       (SELECT list(claim ORDER BY result_claims.position) FROM result_claims
        WHERE result_claims.result = results.id AND result_claims.value IS NULL) AS claims,
       (SELECT list({score: score, stderr: stderr, decimals: decimals, origin: origin} ORDER BY number)
        FROM result_values WHERE result_values.result = results.id) AS "values"
FROM results;
