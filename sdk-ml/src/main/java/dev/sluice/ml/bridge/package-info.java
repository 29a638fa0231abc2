/** Every use of classes that Spark does not promise to keep. */
package dev.sluice.ml.bridge;
