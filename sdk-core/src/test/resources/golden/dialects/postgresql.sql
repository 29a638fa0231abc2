-- insert
INSERT INTO "shop"."or""d]e`rs" ("id", "state", "version") VALUES (?, ?, ?)

-- upsert
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") VALUES (?, ?, ?) ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version"

-- upsert, only if newer
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") VALUES (?, ?, ?) ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version" WHERE t."version" IS NULL OR t."version" < EXCLUDED."version"

-- upsert of a key alone
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state") VALUES (?, ?) ON CONFLICT ("id", "state") DO NOTHING

-- a table to fill first
CREATE UNLOGGED TABLE "shop"."sluice_1" AS SELECT "id", "state", "version", CAST('' AS VARCHAR(60)) AS "task" FROM "shop"."or""d]e`rs" WHERE 1 = 0

-- insert all of it
INSERT INTO "shop"."or""d]e`rs" ("id", "state", "version") SELECT "id", "state", "version" FROM "shop"."sluice_1"

-- upsert all of it
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") SELECT DISTINCT ON ("id") "id", "state", "version" FROM "shop"."sluice_1" ORDER BY "id" ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version"

-- upsert all of it, only if newer
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") SELECT DISTINCT ON ("id") "id", "state", "version" FROM "shop"."sluice_1" ORDER BY "id", "version" DESC NULLS LAST ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version" WHERE t."version" IS NULL OR t."version" < EXCLUDED."version"

-- upsert all of it, a key alone
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state") SELECT DISTINCT ON ("id", "state") "id", "state" FROM "shop"."sluice_1" ORDER BY "id", "state" ON CONFLICT ("id", "state") DO NOTHING

-- a new table
CREATE TABLE "shop"."every" ("yes" BOOLEAN NOT NULL, "tiny" SMALLINT NOT NULL, "small" SMALLINT NOT NULL, "whole" INTEGER NOT NULL, "large" BIGINT, "single" REAL, "real" DOUBLE PRECISION, "decimal" DECIMAL(12, 2), "odd ""name]`" TEXT NOT NULL, "day" DATE, "at" TIMESTAMP WITH TIME ZONE, "local" TIMESTAMP, "bytes" BYTEA, "state" TEXT, PRIMARY KEY ("whole", "odd ""name]`"))

-- overwrite
DELETE FROM "shop"."orders";
INSERT INTO "shop"."orders"

-- overwrite by truncate
TRUNCATE TABLE "shop"."orders";
INSERT INTO "shop"."orders"

-- overwrite by rename
CREATE TABLE "shop"."x" (LIKE "shop"."orders" INCLUDING ALL);
INSERT INTO "shop"."x";
ALTER TABLE "shop"."orders" RENAME TO "x";
ALTER TABLE "shop"."x" RENAME TO "orders";
DROP TABLE "shop"."x";
DROP TABLE IF EXISTS "shop"."x"
WITH t AS (
  SELECT c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ? AND c.relname = ?)
SELECT 'grants' FROM t WHERE relacl IS NOT NULL
UNION ALL SELECT 'row level security' FROM t WHERE relrowsecurity
UNION ALL SELECT 'triggers' FROM t
  WHERE EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = t.oid AND NOT g.tgisinternal)
UNION ALL SELECT 'foreign keys' FROM t
  WHERE EXISTS (
    SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND t.oid IN (k.conrelid, k.confrelid))
UNION ALL SELECT 'views of it' FROM t
  WHERE EXISTS (
    SELECT 1 FROM pg_depend d WHERE d.refobjid = t.oid AND d.classid = 'pg_rewrite'::regclass)
UNION ALL SELECT 'partitions' FROM t
  WHERE relkind <> 'r'
    OR EXISTS (SELECT 1 FROM pg_inherits i WHERE t.oid IN (i.inhrelid, i.inhparent))
UNION ALL SELECT 'a counted column' FROM t
  WHERE EXISTS (
    SELECT 1 FROM pg_attribute a
    WHERE a.attrelid = t.oid AND a.attidentity <> ''
      OR a.attrelid = t.oid AND EXISTS (
        SELECT 1 FROM pg_depend d
        WHERE d.refobjid = t.oid AND d.refobjsubid = a.attnum AND d.deptype = 'a'
          AND d.classid = 'pg_class'::regclass
          AND EXISTS (SELECT 1 FROM pg_class q WHERE q.oid = d.objid AND q.relkind = 'S')))


-- about how many rows
SELECT CASE WHEN c.reltuples >= 0 THEN c.reltuples ELSE pg_relation_size(c.oid) / 100 END FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?

-- a ledger of epochs
CREATE TABLE "shop"."sluice_epochs" ("stream" TEXT NOT NULL, "epoch" BIGINT NOT NULL, PRIMARY KEY ("stream"));
SELECT "stream", "epoch" FROM "shop"."sluice_epochs" WHERE "stream" = ?;
UPDATE "shop"."sluice_epochs" SET "epoch" = ? WHERE "stream" = ? AND "epoch" < ?;
INSERT INTO "shop"."sluice_epochs" ("stream", "epoch") VALUES (?, ?);
SELECT has_schema_privilege(?, 'CREATE')

-- a constant
E'it''s \\ odd'

