package dev.sluice.expr;

import dev.sluice.plan.Fn;
import dev.sluice.plan.Nulls;

/** For the library's own use: what is drawn by lot, and where a row comes from. */
public final class Origins {

  public static final Fn RAND = changing("rand");
  public static final Fn RANDN = changing("randn");
  public static final Fn UNIFORM = changing("uniform");
  public static final Fn RANDSTR = changing("randstr");
  public static final Fn UUID = changing("uuid");
  public static final Fn MONOTONIC_ID = changing("monotonically_increasing_id");
  public static final Fn PARTITION = changing("spark_partition_id");
  public static final Fn INPUT_FILE = changing("input_file_name");
  public static final Fn INPUT_BLOCK_START = changing("input_file_block_start");
  public static final Fn INPUT_BLOCK_LENGTH = changing("input_file_block_length");

  private Origins() {}

  private static Fn changing(String name) {
    return Fn.scalar(name).nulls(Nulls.NEVER).nonDeterministic();
  }
}
