package io.daybook.sources.bank.bai2;

/** Where the variable fields after an amount end: when the funds are available. */
final class BaiAmounts {
  private static final int DISTRIBUTED = 3;
  private static final int DATED = 2;

  private BaiAmounts() {}

  /**
   * The place after the funds type and what belongs to it: three amounts (S), day and time (V), a count and as many pairs
   * of days and amounts (D), nothing else.
   *
   * @param record the record
   * @param place of the funds type
   */
  static int afterFunds(BaiRecord record, int place) {
    String type = record.at(place);
    return switch (type) {
      case "", "Z", "0", "1", "2" -> place + 1;
      case "S" -> place + 1 + DISTRIBUTED;
      case "V" -> place + 1 + DATED;
      case "D" -> place + 2 + 2 * pairs(record, place + 1);
      default -> throw record.expected("funds type", "0, 1, 2, S, V, D, Z or nothing");
    };
  }

  private static int pairs(BaiRecord record, int place) {
    String count = record.at(place);
    if (!count.matches("[0-9]{1,3}")) {
      throw record.expected("number of distributions", "a number after funds type D");
    }
    return Integer.parseInt(count);
  }
}
