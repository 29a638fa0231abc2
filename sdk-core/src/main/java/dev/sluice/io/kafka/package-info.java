/** Topics of Kafka: reading the messages between offsets or times as rows, and sending rows. */
package dev.sluice.io.kafka;
