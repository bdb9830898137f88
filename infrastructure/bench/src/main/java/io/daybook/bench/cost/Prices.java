package io.daybook.bench.cost;

import java.math.BigDecimal;

/**
 * List prices of us-east-1, on demand, in dollars ({@code PLATFORMS.md} 3.1 and 6; read in 2026).
 *
 * @see <a href="https://aws.amazon.com/dynamodb/pricing/on-demand/">DynamoDB</a>
 * @see <a href="https://aws.amazon.com/lambda/pricing/">Lambda</a>
 */
final class Prices {
  /** A million write request units. */
  static final BigDecimal MILLION_WRITES = new BigDecimal("0.625");

  /** A million read request units. */
  static final BigDecimal MILLION_READS = new BigDecimal("0.125");

  /** A million invocations. A function URL costs nothing, and neither does a stream that Lambda reads. */
  static final BigDecimal MILLION_INVOCATIONS = new BigDecimal("0.20");

  /** A gigabyte-second on arm64. */
  static final BigDecimal GIGABYTE_SECOND = new BigDecimal("0.0000133334");

  /** Ten thousand calls of a key. */
  static final BigDecimal TEN_THOUSAND_KEY_CALLS = new BigDecimal("0.03");

  /** A gigabyte of log. */
  static final BigDecimal LOG_GIGABYTE = new BigDecimal("0.50");

  /** A gigabyte in a table for a month. */
  static final BigDecimal TABLE_GIGABYTE_MONTH = new BigDecimal("0.25");

  /** Point-in-time recovery of a gigabyte for a month, on top. */
  static final BigDecimal RECOVERY_GIGABYTE_MONTH = new BigDecimal("0.20");

  private Prices() {}
}
