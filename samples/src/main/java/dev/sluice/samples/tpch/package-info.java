/** The 22 queries of TPC-H in the language, beside the same in SQL. */
package dev.sluice.samples.tpch;
