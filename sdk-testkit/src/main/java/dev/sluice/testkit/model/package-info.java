/**
 * Tests of models, and models for tests: {@link dev.sluice.testkit.model.ModelAssertions} says whether a model is good enough,
 * {@link dev.sluice.testkit.model.TestModels} makes small ones without training.
 */
package dev.sluice.testkit.model;
