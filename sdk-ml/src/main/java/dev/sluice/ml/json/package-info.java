/** Records as JSON and back, by what they are: no library that binds data, which takes longer to start than all else. */
package dev.sluice.ml.json;
