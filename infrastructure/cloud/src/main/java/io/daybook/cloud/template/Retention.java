package io.daybook.cloud.template;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.logs.RetentionDays;

/** How long a log group keeps its lines, of the lengths that CloudWatch knows. */
final class Retention {
  private static final Map<Long, RetentionDays> KNOWN =
      Map.of(
          7L, RetentionDays.ONE_WEEK,
          14L, RetentionDays.TWO_WEEKS,
          30L, RetentionDays.ONE_MONTH,
          60L, RetentionDays.TWO_MONTHS,
          90L, RetentionDays.THREE_MONTHS,
          180L, RetentionDays.SIX_MONTHS,
          365L, RetentionDays.ONE_YEAR);

  private Retention() {}

  static RetentionDays days(Duration kept) {
    return Optional.ofNullable(KNOWN.get(kept.toDays()))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "logs are kept " + kept.toDays() + " days, CloudWatch knows " + KNOWN.keySet()));
  }
}
