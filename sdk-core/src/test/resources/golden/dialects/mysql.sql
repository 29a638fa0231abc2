-- insert
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) VALUES (?, ?, ?)

-- upsert
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) VALUES (?, ?, ?) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = n.`state`, `shop`.`or"d]e``rs`.`version` = n.`version`

-- upsert, only if newer
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) VALUES (?, ?, ?) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < n.`version`, n.`state`, `shop`.`or"d]e``rs`.`state`), `shop`.`or"d]e``rs`.`version` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < n.`version`, n.`version`, `shop`.`or"d]e``rs`.`version`)

-- upsert of a key alone
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`) VALUES (?, ?) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`id` = `shop`.`or"d]e``rs`.`id`

-- a table to fill first
CREATE TABLE `shop`.`sluice_1` AS SELECT `id`, `state`, `version`, CAST('' AS VARCHAR(60)) AS `task` FROM `shop`.`or"d]e``rs` WHERE 1 = 0

-- insert all of it
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) SELECT `id`, `state`, `version` FROM `shop`.`sluice_1`

-- upsert all of it
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) SELECT * FROM (SELECT `id`, `state`, `version` FROM `shop`.`sluice_1`) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = n.`state`, `shop`.`or"d]e``rs`.`version` = n.`version`

-- upsert all of it, only if newer
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) SELECT * FROM (SELECT `id`, `state`, `version` FROM `shop`.`sluice_1`) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < n.`version`, n.`state`, `shop`.`or"d]e``rs`.`state`), `shop`.`or"d]e``rs`.`version` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < n.`version`, n.`version`, `shop`.`or"d]e``rs`.`version`)

-- upsert all of it, a key alone
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`) SELECT * FROM (SELECT `id`, `state` FROM `shop`.`sluice_1`) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`id` = `shop`.`or"d]e``rs`.`id`

-- a new table
CREATE TABLE `shop`.`every` (`yes` BOOLEAN NOT NULL, `tiny` TINYINT NOT NULL, `small` SMALLINT NOT NULL, `whole` INT NOT NULL, `large` BIGINT, `single` FLOAT, `real` DOUBLE, `decimal` DECIMAL(12, 2), `odd "name]``` VARCHAR(255) NOT NULL, `day` DATE, `at` TIMESTAMP(6), `local` DATETIME(6), `bytes` LONGBLOB, `state` TEXT, PRIMARY KEY (`whole`, `odd "name]```))

-- overwrite
DELETE FROM `shop`.`orders`;
INSERT INTO `shop`.`orders`

-- overwrite by truncate
TRUNCATE TABLE `shop`.`orders`;
INSERT INTO `shop`.`orders`

-- overwrite by rename
CREATE TABLE `shop`.`x` LIKE `shop`.`orders`;
INSERT INTO `shop`.`x`;
RENAME TABLE `shop`.`orders` TO `shop`.`x`, `shop`.`x` TO `shop`.`orders`;
DROP TABLE `shop`.`x`;
DROP TABLE IF EXISTS `shop`.`x`
WITH t AS (SELECT ? AS s, ? AS n)
SELECT DISTINCT 'triggers' FROM INFORMATION_SCHEMA.TRIGGERS, t
  WHERE EVENT_OBJECT_SCHEMA = s AND EVENT_OBJECT_TABLE = n
UNION ALL SELECT DISTINCT 'foreign keys' FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE, t
  WHERE TABLE_SCHEMA = s AND TABLE_NAME = n AND REFERENCED_TABLE_NAME IS NOT NULL
    OR REFERENCED_TABLE_SCHEMA = s AND REFERENCED_TABLE_NAME = n
UNION ALL SELECT DISTINCT 'a counted column' FROM INFORMATION_SCHEMA.COLUMNS, t
  WHERE TABLE_SCHEMA = s AND TABLE_NAME = n AND EXTRA LIKE '%auto_increment%'


-- about how many rows
SELECT TABLE_ROWS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?

-- a ledger of epochs
CREATE TABLE `shop`.`sluice_epochs` (`stream` VARCHAR(255) NOT NULL, `epoch` BIGINT NOT NULL, PRIMARY KEY (`stream`));
SELECT `stream`, `epoch` FROM `shop`.`sluice_epochs` WHERE `stream` = ?;
UPDATE `shop`.`sluice_epochs` SET `epoch` = ? WHERE `stream` = ? AND `epoch` < ?;
INSERT INTO `shop`.`sluice_epochs` (`stream`, `epoch`) VALUES (?, ?);
-- nobody is asked whether it may be made

-- a constant
_utf8mb4 X'69742773205c206f6464'

