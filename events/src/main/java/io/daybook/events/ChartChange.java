package io.daybook.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person set the accounts under which a book is shown: a new version of its rules, which counts for subjects that are
 * first posted after it (DESIGN promise 12), and of those for what began from a day on (decision 42). It says the whole,
 * not what differs.
 *
 * @param origin {@code daybook:} and the book
 * @param id names the act
 * @param preset whose names the default accounts bear, such as {@code us-gaap}
 * @param lines the mapping to the accountant's own accounts, in the order of the file; none maps nothing
 * @param from the day, in the book's zone, from which the mapping holds; absent: it holds for every day until one to come
 *     from which another was set
 * @param by who set them
 * @param reason why
 * @param at when
 */
public record ChartChange(
    Origin origin,
    Reference id,
    String preset,
    List<Line> lines,
    Optional<LocalDate> from,
    String by,
    String reason,
    Instant at)
    implements Happening, Act {
  /** The most lines that a mapping has. */
  public static final int MAX_LINES = 10_000;

  /**
   * A line of a mapping: what of an account of the default chart is shown on which of the accountant's own.
   *
   * @param account the account of the default chart, such as {@code 4000} or {@code 1010:stripe}
   * @param connection only for what is told of this platform account, as an origin
   * @param channel only for what was sold through this channel
   * @param location only for what was sold at this place
   * @param tender only for this way to pay
   * @param jurisdiction only for tax of this jurisdiction, or of those that it begins
   * @param productType only for this type of product
   * @param own the number of the accountant's own account
   * @param name its name
   * @param type what kind of account it is, as the chart writes it, such as {@code revenue}
   */
  public record Line(
      String account,
      Optional<Origin> connection,
      Optional<String> channel,
      Optional<String> location,
      Optional<String> tender,
      Optional<String> jurisdiction,
      Optional<String> productType,
      String own,
      String name,
      String type) {}

  /** Copies the list; refuses an act without a name on it, and more than {@value #MAX_LINES} lines. */
  public ChartChange {
    lines = List.copyOf(lines);
    Text.requireId(by, "by");
    Text.requireId(preset, "preset");
    if (lines.size() > MAX_LINES) {
      throw new IllegalArgumentException(
          "mapping has " + lines.size() + " lines, expected at most " + MAX_LINES);
    }
  }

  @Override
  public FactKey key() {
    return new FactKey("chart-change", origin, id.value());
  }
}
