package dev.sluice.io.kafka;

/** How a user and a password are told to a broker: the mechanisms of SASL that take these. */
public enum Sasl {
  /** The password as it is, so only over TLS. */
  PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule"),
  /** A proof of the password by SHA-256. */
  SCRAM_SHA_256("SCRAM-SHA-256", "org.apache.kafka.common.security.scram.ScramLoginModule"),
  /** A proof of the password by SHA-512. */
  SCRAM_SHA_512("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule");

  private final String mechanism;
  private final String module;

  Sasl(String mechanism, String module) {
    this.mechanism = mechanism;
    this.module = module;
  }

  String mechanism() {
    return mechanism;
  }

  String module() {
    return module;
  }
}
