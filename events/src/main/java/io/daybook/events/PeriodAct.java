package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A period was fenced, closed or opened again (DESIGN promise 11). Of all acts on a period the latest counts.
 *
 * @param origin {@code daybook:} and the book
 * @param id names the act
 * @param period the month
 * @param act what was done
 * @param by who did it
 * @param reason why; for a close, what was accepted as open
 * @param at when
 * @param balances SHA-256 of the trial balance's CSV as of the period's end, 64 hexadecimal digits, if it was closed
 */
public record PeriodAct(
    Origin origin,
    Reference id,
    YearMonth period,
    Kind act,
    String by,
    String reason,
    Instant at,
    Optional<String> balances)
    implements Happening, Act {
  /** What was done. */
  public enum Kind {
    /** What is posted from now on counts later; posts under way may still land. */
    FENCED("fenced"),
    /** Counted and locked. */
    CLOSED("closed"),
    /** Open again. */
    REOPENED("reopened");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As JSON and people write it. */
    @JsonValue
    @Override
    public String toString() {
      return code;
    }
  }

  /** Refuses an act without a name on it. */
  public PeriodAct {
    Text.requireId(by, "by");
  }

  @Override
  public FactKey key() {
    return new FactKey("period-act", origin, id.value());
  }
}
