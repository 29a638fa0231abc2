/** Annotations that say who may use what. */
package dev.sluice.annotation;
