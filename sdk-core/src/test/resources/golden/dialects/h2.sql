-- insert
INSERT INTO "shop"."or""d]e`rs" ("id", "state", "version") VALUES (?, ?, ?)

-- upsert
MERGE INTO "shop"."or""d]e`rs" t USING (VALUES (?, ?, ?)) s ("id", "state", "version") ON (t."id" = s."id") WHEN MATCHED THEN UPDATE SET t."state" = s."state", t."version" = s."version" WHEN NOT MATCHED THEN INSERT ("id", "state", "version") VALUES (s."id", s."state", s."version")

-- upsert, only if newer
MERGE INTO "shop"."or""d]e`rs" t USING (VALUES (?, ?, ?)) s ("id", "state", "version") ON (t."id" = s."id") WHEN MATCHED AND (t."version" IS NULL OR t."version" < s."version") THEN UPDATE SET t."state" = s."state", t."version" = s."version" WHEN NOT MATCHED THEN INSERT ("id", "state", "version") VALUES (s."id", s."state", s."version")

-- upsert of a key alone
MERGE INTO "shop"."or""d]e`rs" t USING (VALUES (?, ?)) s ("id", "state") ON (t."id" = s."id" AND t."state" = s."state") WHEN NOT MATCHED THEN INSERT ("id", "state") VALUES (s."id", s."state")

-- a table to fill first
CREATE TABLE "shop"."sluice_1" AS SELECT "id", "state", "version", CAST('' AS VARCHAR(60)) AS "task" FROM "shop"."or""d]e`rs" WHERE 1 = 0

-- insert all of it
INSERT INTO "shop"."or""d]e`rs" ("id", "state", "version") SELECT "id", "state", "version" FROM "shop"."sluice_1"

-- upsert all of it
MERGE INTO "shop"."or""d]e`rs" t USING "shop"."sluice_1" s ON (t."id" = s."id") WHEN MATCHED THEN UPDATE SET t."state" = s."state", t."version" = s."version" WHEN NOT MATCHED THEN INSERT ("id", "state", "version") VALUES (s."id", s."state", s."version")

-- upsert all of it, only if newer
MERGE INTO "shop"."or""d]e`rs" t USING "shop"."sluice_1" s ON (t."id" = s."id") WHEN MATCHED AND (t."version" IS NULL OR t."version" < s."version") THEN UPDATE SET t."state" = s."state", t."version" = s."version" WHEN NOT MATCHED THEN INSERT ("id", "state", "version") VALUES (s."id", s."state", s."version")

-- upsert all of it, a key alone
MERGE INTO "shop"."or""d]e`rs" t USING "shop"."sluice_1" s ON (t."id" = s."id" AND t."state" = s."state") WHEN NOT MATCHED THEN INSERT ("id", "state") VALUES (s."id", s."state")

-- a new table
CREATE TABLE "shop"."every" ("yes" BOOLEAN NOT NULL, "tiny" TINYINT NOT NULL, "small" SMALLINT NOT NULL, "whole" INTEGER NOT NULL, "large" BIGINT, "single" REAL, "real" DOUBLE PRECISION, "decimal" DECIMAL(12, 2), "odd ""name]`" CHARACTER VARYING NOT NULL, "day" DATE, "at" TIMESTAMP(6) WITH TIME ZONE, "local" TIMESTAMP(6), "bytes" BINARY VARYING, "state" CHARACTER VARYING, PRIMARY KEY ("whole", "odd ""name]`"))

-- overwrite
DELETE FROM "shop"."orders";
INSERT INTO "shop"."orders"

-- overwrite by truncate
TRUNCATE TABLE "shop"."orders";
INSERT INTO "shop"."orders"

-- overwrite by rename
none

-- about how many rows
SELECT ROW_COUNT_ESTIMATE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?

-- a ledger of epochs
CREATE TABLE "shop"."sluice_epochs" ("stream" CHARACTER VARYING NOT NULL, "epoch" BIGINT NOT NULL, PRIMARY KEY ("stream"));
SELECT "stream", "epoch" FROM "shop"."sluice_epochs" WHERE "stream" = ?;
UPDATE "shop"."sluice_epochs" SET "epoch" = ? WHERE "stream" = ? AND "epoch" < ?;
INSERT INTO "shop"."sluice_epochs" ("stream", "epoch") VALUES (?, ?);
-- nobody is asked whether it may be made

-- a constant
'it''s \ odd'

