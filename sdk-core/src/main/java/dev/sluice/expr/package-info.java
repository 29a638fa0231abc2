/** Typed expressions over columns, and the functions on them by subject. */
package dev.sluice.expr;
