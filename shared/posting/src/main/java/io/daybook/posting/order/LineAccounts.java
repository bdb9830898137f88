package io.daybook.posting.order;

import io.daybook.events.LineId;
import io.daybook.events.OrderState;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.AccountCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts by order line, while an order's legs are in the making: the line stands where an account's qualifier does, so
 * that what a line is of can decide where its figures are shown. No such account is ever posted to.
 */
public final class LineAccounts {
  /**
   * What a line says of itself.
   *
   * @param productType the shop's word for what kind of product it is
   * @param jurisdiction whose tax is on it: what the names of all of them begin with, if they begin alike
   */
  public record Sold(Optional<String> productType, Optional<String> jurisdiction) {}

  private static final int MAX_QUALIFIER = 60;
  private static final int MARK = 9999;
  private static final String DASH = "-";

  private final Map<AccountCode, Sold> lines = new HashMap<>();

  /** The lines of an order. */
  public LineAccounts(OrderState order) {
    order
        .lines()
        .forEach(
            line -> lines.put(mark(line.id()), new Sold(line.productType(), common(line.taxes()))));
    order
        .shipping()
        .forEach(
            line -> lines.put(mark(line.id()), new Sold(Optional.empty(), common(line.taxes()))));
  }

  /** An account for what it is of a line. */
  static AccountCode of(AccountCode account, LineId line) {
    String id = line.value();
    return AccountCode.of(account.number(), id.substring(Math.max(0, id.length() - MAX_QUALIFIER)));
  }

  /** The line of which a leg is, if it is of one. */
  public Optional<Sold> line(AccountCode account) {
    return Optional.ofNullable(lines.get(new AccountCode(MARK, account.qualifier())));
  }

  private static AccountCode mark(LineId line) {
    return of(AccountCode.of(MARK), line);
  }

  private static Optional<String> common(List<TaxAmount> taxes) {
    return taxes.stream()
        .map(tax -> tax.jurisdiction().value())
        .reduce(LineAccounts::common)
        .filter(found -> !found.isEmpty());
  }

  private static String common(String one, String other) {
    String shorter = one;
    while (!shorter.isEmpty() && !other.equals(shorter) && !other.startsWith(shorter + DASH)) {
      shorter = shorter.substring(0, Math.max(0, shorter.lastIndexOf(DASH)));
    }
    return shorter;
  }
}
