package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What one unit of an item costs the merchant from an instant on. Reference data: all versions are kept, and a shipment
 * takes the one in effect when it left (case 13).
 *
 * @param origin the shop
 * @param sku the item
 * @param effectiveAt from when on
 * @param currency of the cost; context: a platform that leaves it out (Shopify's webhook) means the shop's own
 * @param unitCost in major units such as {@code 11.8}, at least 0, at most {@value #MAX_DECIMALS} decimals: a unit may
 *     cost a fraction of a cent
 */
public record ItemCost(
    Origin origin,
    Sku sku,
    Instant effectiveAt,
    Optional<CurrencyCode> currency,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitCost)
    implements State {
  /** More are refused. */
  public static final int MAX_DECIMALS = 6;

  /** Refuses a negative cost and too many decimals; drops trailing zeros, so that equal costs are equal. */
  public ItemCost {
    BigDecimal stripped = unitCost.stripTrailingZeros();
    unitCost = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    if (unitCost.signum() < 0 || unitCost.scale() > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "unit cost is "
              + unitCost
              + ", expected at least 0 and at most "
              + MAX_DECIMALS
              + " decimals");
    }
  }

  /** Milliseconds since 1970 of {@link #effectiveAt}. */
  @Override
  public long version() {
    return effectiveAt.toEpochMilli();
  }

  /** Each change of cost is kept, so the instant is part of the identity. */
  @Override
  public FactKey key() {
    return new FactKey("item-cost", origin, sku.value() + "@" + effectiveAt.toEpochMilli());
  }

  @Override
  public Fact money() {
    return new ItemCost(origin, sku, effectiveAt, Optional.empty(), unitCost);
  }
}
