-- insert
INSERT INTO "shop"."or""d]e`rs" ("id", "state", "version") VALUES (?, ?, ?)

-- upsert
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") VALUES (?, ?, ?) ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version"

-- upsert, only if newer
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") VALUES (?, ?, ?) ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version" WHERE t."version" < EXCLUDED."version"

-- upsert of a key alone
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state") VALUES (?, ?) ON CONFLICT ("id", "state") DO NOTHING

-- a table to fill first
CREATE UNLOGGED TABLE "shop"."sluice_1" AS SELECT "id", "state", "version", CAST('' AS VARCHAR(60)) AS "task" FROM "shop"."or""d]e`rs" WHERE 1 = 0

-- insert all of it
INSERT INTO "shop"."or""d]e`rs" ("id", "state", "version") SELECT "id", "state", "version" FROM "shop"."sluice_1"

-- upsert all of it
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") SELECT DISTINCT ON ("id") "id", "state", "version" FROM "shop"."sluice_1" ORDER BY "id" ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version"

-- upsert all of it, only if newer
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state", "version") SELECT DISTINCT ON ("id") "id", "state", "version" FROM "shop"."sluice_1" ORDER BY "id", "version" DESC NULLS LAST ON CONFLICT ("id") DO UPDATE SET "state" = EXCLUDED."state", "version" = EXCLUDED."version" WHERE t."version" < EXCLUDED."version"

-- upsert all of it, a key alone
INSERT INTO "shop"."or""d]e`rs" AS t ("id", "state") SELECT DISTINCT ON ("id", "state") "id", "state" FROM "shop"."sluice_1" ORDER BY "id", "state" ON CONFLICT ("id", "state") DO NOTHING

-- a new table
CREATE TABLE "shop"."every" ("yes" BOOLEAN NOT NULL, "tiny" SMALLINT NOT NULL, "small" SMALLINT NOT NULL, "whole" INTEGER NOT NULL, "large" BIGINT, "single" REAL, "real" DOUBLE PRECISION, "decimal" DECIMAL(12, 2), "odd ""name]`" TEXT NOT NULL, "day" DATE, "at" TIMESTAMP WITH TIME ZONE, "local" TIMESTAMP, "bytes" BYTEA, "state" TEXT, PRIMARY KEY ("whole", "odd ""name]`"))

