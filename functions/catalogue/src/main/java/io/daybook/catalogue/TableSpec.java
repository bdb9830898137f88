package io.daybook.catalogue;

import java.util.Optional;

/**
 * A table as it is made: the same keys, index and stream in the cloud and on DynamoDB Local.
 *
 * @param table which
 * @param naming whether its name carries a generation
 * @param index its index, if it has one; both keys are texts, everything is projected
 * @param images what its stream shows
 * @param expiry the attribute with the second since 1970 after which an item may go, if items go
 * @param recoveryDays how far back it can be restored. 35 is the most there is; what was erased on request must be out of
 *     reach within 30 days (decision 40), hence less for the inbox
 */
public record TableSpec(
    Table table,
    Naming naming,
    Optional<Index> index,
    Images images,
    Optional<String> expiry,
    int recoveryDays) {
  /** The partition key of every table, a text that begins with the book. */
  public static final String PARTITION = "pk";

  /** The sort key of every table, a text. */
  public static final String SORT = "sk";

  private static final int RECOVERY_DAYS = 35;
  private static final int INBOX_RECOVERY_DAYS = 28;

  /** How a table is named. */
  public enum Naming {
    /** {@code prefix-table}. */
    PLAIN,
    /** {@code prefix-table-1}: a restored one stands beside it as the next generation. */
    BY_GENERATION
  }

  /** What a stream shows of a change. */
  public enum Images {
    /** There is no stream. */
    NONE,
    /** The item as it is. */
    NEW,
    /** The item as it is and as it was. */
    NEW_AND_OLD
  }

  /** A global index over two text attributes. */
  public record Index(String name, String partition, String sort) {}

  /** How a table is made. */
  public static TableSpec of(Table table) {
    return switch (table) {
      case INBOX ->
          new TableSpec(
              table,
              Naming.PLAIN,
              Optional.empty(),
              Images.NEW,
              Optional.of("x"),
              INBOX_RECOVERY_DAYS);
      case LEDGER ->
          new TableSpec(
              table,
              Naming.BY_GENERATION,
              Optional.of(new Index("day", "d", "r")),
              Images.NEW_AND_OLD,
              Optional.empty(),
              RECOVERY_DAYS);
      case STATE ->
          new TableSpec(
              table, Naming.PLAIN, Optional.empty(), Images.NONE, Optional.empty(), RECOVERY_DAYS);
    };
  }

  /**
   * Its name in a deployment.
   *
   * @param prefix {@code daybook-prod-}
   * @param generation of the ledger
   */
  public String name(String prefix, int generation) {
    String plain = prefix + table.word();
    return switch (naming) {
      case PLAIN -> plain;
      case BY_GENERATION -> plain + "-" + generation;
    };
  }
}
