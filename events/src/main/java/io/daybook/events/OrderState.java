package io.daybook.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an order says at a version. All amounts are in the shop's currency; what the customer saw is metadata.
 *
 * @param origin the shop
 * @param id the shop's order id
 * @param version the platform's time of last change, milliseconds since 1970
 * @param name what the merchant calls it, such as {@code #1001}
 * @param placedAt when the customer ordered
 * @param currency of every amount here
 * @param presentment the currency the customer saw
 * @param lines goods, services and gift cards
 * @param shipping what the customer pays for shipping
 * @param tipMinor at least 0
 * @param dutiesMinor at least 0
 * @param totalMinor the platform's total, which the parts must add up to
 * @param cancelledAt when it was cancelled, if it was
 * @param mode a test order posts nothing
 * @param payBy how it is to be paid, if the platform says so before it is: cash on delivery makes the carrier owe it
 * @param channel through what it was sold, as the platform names it, such as {@code web} or {@code pos}; context
 * @param location the platform's id of the place where it was sold, if it was sold at one; context
 */
public record OrderState(
    Origin origin,
    OrderId id,
    long version,
    String name,
    Instant placedAt,
    CurrencyCode currency,
    CurrencyCode presentment,
    List<OrderLine> lines,
    List<ShippingLine> shipping,
    long tipMinor,
    long dutiesMinor,
    long totalMinor,
    Optional<Instant> cancelledAt,
    Mode mode,
    Optional<Gateway> payBy,
    Optional<String> channel,
    Optional<String> location)
    implements State {
  /** An order that does not say how it is to be paid, nor where it was sold. */
  public OrderState(
      Origin origin,
      OrderId id,
      long version,
      String name,
      Instant placedAt,
      CurrencyCode currency,
      CurrencyCode presentment,
      List<OrderLine> lines,
      List<ShippingLine> shipping,
      long tipMinor,
      long dutiesMinor,
      long totalMinor,
      Optional<Instant> cancelledAt,
      Mode mode) {
    this(
        origin,
        id,
        version,
        name,
        placedAt,
        currency,
        presentment,
        lines,
        shipping,
        tipMinor,
        dutiesMinor,
        totalMinor,
        cancelledAt,
        mode,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** An order of which nobody says where it was sold. */
  public OrderState(
      Origin origin,
      OrderId id,
      long version,
      String name,
      Instant placedAt,
      CurrencyCode currency,
      CurrencyCode presentment,
      List<OrderLine> lines,
      List<ShippingLine> shipping,
      long tipMinor,
      long dutiesMinor,
      long totalMinor,
      Optional<Instant> cancelledAt,
      Mode mode,
      Optional<Gateway> payBy) {
    this(
        origin,
        id,
        version,
        name,
        placedAt,
        currency,
        presentment,
        lines,
        shipping,
        tipMinor,
        dutiesMinor,
        totalMinor,
        cancelledAt,
        mode,
        payBy,
        Optional.empty(),
        Optional.empty());
  }

  /** Refuses negative tips, duties and totals, and a channel or a location that is no id. */
  public OrderState {
    channel.ifPresent(said -> Text.requireId(said, "channel"));
    location.ifPresent(said -> Text.requireId(said, "location"));
    Amounts.requireNotNegative(tipMinor, "tip");
    Amounts.requireNotNegative(dutiesMinor, "duties");
    Amounts.requireNotNegative(totalMinor, "total");
    lines = List.copyOf(lines);
    shipping = List.copyOf(shipping);
  }

  @Override
  public FactKey key() {
    return new FactKey("order", origin, id.value());
  }

  @Override
  public Fact money() {
    return new OrderState(
        origin,
        id,
        version,
        "",
        placedAt,
        currency,
        presentment,
        lines,
        shipping,
        tipMinor,
        dutiesMinor,
        totalMinor,
        cancelledAt,
        mode,
        payBy,
        Optional.empty(),
        Optional.empty());
  }

  /** The same order, sold through a channel and at a place. */
  public OrderState soldAt(Optional<String> through, Optional<String> at) {
    return new OrderState(
        origin,
        id,
        version,
        name,
        placedAt,
        currency,
        presentment,
        lines,
        shipping,
        tipMinor,
        dutiesMinor,
        totalMinor,
        cancelledAt,
        mode,
        payBy,
        through,
        at);
  }
}
