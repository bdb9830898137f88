package io.daybook.ledger.policy;

import java.util.Map;
import java.util.Optional;

/**
 * How long parcels travel where nobody tells of their delivery (rule A13). Matters only where revenue waits for delivery.
 *
 * @param transitDays days from shipment to assumed delivery; default 7
 * @param transitDaysBy the same for a carrier ({@code dhl}) or a carrier and zone ({@code dhl/US}), which goes before it
 */
public record DeliveryPolicy(int transitDays, Map<String, Integer> transitDaysBy) {
  /** Refuses negative days. */
  public DeliveryPolicy {
    transitDaysBy = KeyOrder.copyOf(transitDaysBy);
    if (transitDays < 0 || transitDaysBy.values().stream().anyMatch(days -> days < 0)) {
      throw new IllegalArgumentException(
          "transit days are " + transitDays + " and " + transitDaysBy + ", expected at least 0");
    }
  }

  /** What a book starts with. */
  public static DeliveryPolicy standard() {
    return new DeliveryPolicy(7, Map.of());
  }

  /** The days that a parcel travels. */
  public int days(Optional<String> carrier, Optional<String> zone) {
    return carrier
        .flatMap(by ->
            zone.map(to -> by + "/" + to)
                .map(transitDaysBy::get)
                .or(() -> Optional.ofNullable(transitDaysBy.get(by))))
        .orElse(transitDays);
  }
}
