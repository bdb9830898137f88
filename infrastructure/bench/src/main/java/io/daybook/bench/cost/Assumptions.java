package io.daybook.bench.cost;

import java.math.BigDecimal;

/**
 * What is not measured here but assumed, because it takes time or an account to measure. Each is on the dear side.
 *
 * @param batch messages in a batch of the inbox's stream; a small shop's holds one
 * @param ordersADay of the shop whose standing costs are shared out among its orders
 */
public record Assumptions(int batch, int ordersADay) {
  /** So busy that batches are full: a hundred messages in the two seconds that a batch waits, a million orders a day. */
  public static final Assumptions FULL = new Assumptions(100, 1_000_000);

  /** A large shop ({@code DESIGN-REASONS.md} 1.16), whose messages seldom meet within two seconds. */
  public static final Assumptions LARGE = new Assumptions(1, 10_000);

  /** A small shop. */
  public static final Assumptions SMALL = new Assumptions(1, 20);

  /** A write of DynamoDB from a function in the same region, milliseconds. */
  static final BigDecimal WRITE_MILLIS = new BigDecimal("5");

  /** A read likewise. */
  static final BigDecimal READ_MILLIS = new BigDecimal("3");

  /** What {@code ingest} does itself for a message, milliseconds of its processor share. */
  static final BigDecimal INGEST_MILLIS = new BigDecimal("5");

  /** What {@code post} does itself for a message: parse, translate, post. */
  static final BigDecimal POST_MILLIS = new BigDecimal("3");

  /**
   * A log line: a measurement in the embedded metric format is 165 bytes, and CloudWatch adds 26. One a message taken in
   * and one a batch; Lambda's own lines are off (JSON format, level WARN).
   */
  static final BigDecimal LOG_BYTES = new BigDecimal("200");

  /** Of every so many messages one comes twice ({@code PLATFORMS.md} 6.1: 3 in 100). */
  static final BigDecimal AGAIN = new BigDecimal("0.03");

  /** How often a sweep looks at an object: each 15 minutes with 10 of overlap, and once a day 26 hours back. */
  static final BigDecimal LOOKS = new BigDecimal("2.75");

  /** How many nights a message is replayed. */
  static final BigDecimal REPLAYED_NIGHTS = new BigDecimal("3");

  /** How often the environment that takes messages in reads a connection. */
  static final long CONNECTION_READ_SECONDS = 60;

  /** How often it has its secret opened. */
  static final long SECRET_OPENED_SECONDS = 3_600;
}
