/** Which users are unlike the others, found in generated ad events of which some are of bots. */
package dev.sluice.samples.anomalies;
