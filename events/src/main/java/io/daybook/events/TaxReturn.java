package io.daybook.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A tax return as it was filed (cases 82 to 84). What is owed stands open on 2018 until a bank line pays it.
 *
 * @param origin the authority, such as tax:US-CA
 * @param id the period
 * @param version grows with each correction
 * @param currency of the amounts
 * @param filedOn when it was filed
 * @param figures what it says
 * @param payableMinor what is to be paid; negative if it is paid back
 */
public record TaxReturn(
    Origin origin,
    Reference id,
    long version,
    CurrencyCode currency,
    LocalDate filedOn,
    List<Figure> figures,
    long payableMinor)
    implements State {
  /** What a figure of a return is. */
  public enum Kind {
    /** Tax collected: 2010 of the jurisdiction. */
    OUTPUT,
    /** Tax to be claimed back: 1330. */
    INPUT,
    /** Tax assessed by oneself: 2015. */
    REVERSE_CHARGE,
    /** What the authority leaves for collecting it: 4040. */
    VENDOR_DISCOUNT,
    /** For being late: 6060. */
    PENALTY
  }

  /**
   * A figure of a return.
   *
   * @param kind what it is
   * @param jurisdiction whose tax, for OUTPUT
   * @param minor positive; the rest to what is payable is rounding
   */
  public record Figure(Kind kind, Optional<Jurisdiction> jurisdiction, long minor) {}

  /** Copies the list. */
  public TaxReturn {
    figures = List.copyOf(figures);
  }

  @Override
  public FactKey key() {
    return new FactKey("tax-return", origin, id.value());
  }
}
