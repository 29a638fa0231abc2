package dev.sluice.ml.json;

import dev.sluice.annotation.Internal;
import java.util.function.Function;

/**
 * That values of a type that is no record are written as those of one that has a form.
 *
 * @param type the type
 * @param as how it is written
 * @param read makes a value of what was written; what it throws says what is wrong with that
 * @param write makes what is written
 */
@Internal
public record WrittenAs<T, W>(
    Class<T> type, Class<W> as, Function<W, T> read, Function<T, W> write) {}
