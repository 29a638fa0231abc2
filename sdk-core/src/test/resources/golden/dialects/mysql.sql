-- insert
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) VALUES (?, ?, ?)

-- upsert
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) VALUES (?, ?, ?) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = n.`state`, `shop`.`or"d]e``rs`.`version` = n.`version`

-- upsert, only if newer
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) VALUES (?, ?, ?) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < `version`, n.`version`, `shop`.`or"d]e``rs`.`state`), `shop`.`or"d]e``rs`.`version` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < `version`, n.`version`, `shop`.`or"d]e``rs`.`version`)

-- upsert of a key alone
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`) VALUES (?, ?) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`id` = `shop`.`or"d]e``rs`.`id`

-- a table to fill first
CREATE TABLE `shop`.`sluice_1` AS SELECT `id`, `state`, `version`, CAST('' AS VARCHAR(60)) AS `task` FROM `shop`.`or"d]e``rs` WHERE 1 = 0

-- insert all of it
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) SELECT `id`, `state`, `version` FROM `shop`.`sluice_1`

-- upsert all of it
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) SELECT * FROM (SELECT `id`, `state`, `version` FROM `shop`.`sluice_1`) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = n.`state`, `shop`.`or"d]e``rs`.`version` = n.`version`

-- upsert all of it, only if newer
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`, `version`) SELECT * FROM (SELECT `id`, `state`, `version` FROM `shop`.`sluice_1`) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`state` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < `version`, n.`version`, `shop`.`or"d]e``rs`.`state`), `shop`.`or"d]e``rs`.`version` = IF(`shop`.`or"d]e``rs`.`version` IS NULL OR `shop`.`or"d]e``rs`.`version` < `version`, n.`version`, `shop`.`or"d]e``rs`.`version`)

-- upsert all of it, a key alone
INSERT INTO `shop`.`or"d]e``rs` (`id`, `state`) SELECT * FROM (SELECT `id`, `state` FROM `shop`.`sluice_1`) AS n ON DUPLICATE KEY UPDATE `shop`.`or"d]e``rs`.`id` = `shop`.`or"d]e``rs`.`id`

-- a new table
CREATE TABLE `shop`.`every` (`yes` BOOLEAN NOT NULL, `tiny` TINYINT NOT NULL, `small` SMALLINT NOT NULL, `whole` INT NOT NULL, `large` BIGINT, `single` FLOAT, `real` DOUBLE, `decimal` DECIMAL(12, 2), `odd "name]``` VARCHAR(255) NOT NULL, `day` DATE, `at` TIMESTAMP(6), `local` DATETIME(6), `bytes` LONGBLOB, `state` TEXT, PRIMARY KEY (`whole`, `odd "name]```))

