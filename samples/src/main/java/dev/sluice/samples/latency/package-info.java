/** How long a row takes from topic to topic: in real time and by epochs, by Sluice and by Spark alone. */
package dev.sluice.samples.latency;
