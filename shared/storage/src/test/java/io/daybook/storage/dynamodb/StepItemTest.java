package io.daybook.storage.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.StoreSamples;
import io.daybook.ledger.SubjectId;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StepItemTest {
  private static final Instant AT = Instant.parse("2025-03-01T12:00:00Z");
  private static final Book BOOK = new Book("blue-cup");

  /** The filter of the trigger that wakes reconcile reads this attribute (Trigger.Stream.KIND in the catalogue). */
  @Test
  void onlyStepsThatWakeReconciliationNameTheirKind() {
    Set<String> named = new TreeSet<>();
    for (SubjectId.Kind kind : SubjectId.Kind.values()) {
      SubjectId subject = new SubjectId(kind, Origin.parse("stripe:acct_1"), "1");
      var item = StepItem.of(BOOK, StoreSamples.learnt(subject, 1, AT), DayShards.ONE);
      if (item.containsKey("k")) {
        assertThat(item.get("k").s()).isEqualTo(kind.code());
        named.add(kind.code());
      }
    }
    assertThat(named).containsExactly("bank-line", "bank-statement", "dispute", "payout");
  }
}
