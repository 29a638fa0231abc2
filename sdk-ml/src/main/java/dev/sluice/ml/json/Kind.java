package dev.sluice.ml.json;

import dev.sluice.annotation.Internal;

/**
 * What a record is called where it stands for an interface that it implements, beside others that do.
 *
 * @param name as the field {@code kind} has it
 * @param type the record
 */
@Internal
public record Kind(String name, Class<? extends Record> type) {}
