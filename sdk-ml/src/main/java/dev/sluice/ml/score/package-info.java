/** Records in and out of a model in plain Java, and documents in files. */
package dev.sluice.ml.score;
