package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderId;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A policy counts for what happened from its day on, whatever the order in which it is told (decision 30). */
class PolicyFromItsDateTest {
  private static final LocalDate FROM = LocalDate.of(2026, 10, 10);
  private static final List<Setting> AT_DELIVERY =
      List.of(new Setting("recognition.trigger", "DELIVERY"));

  private static OrderState placed(String id, String day) {
    OrderState plain = plain();
    return new OrderState(
        SHOP,
        new OrderId(id),
        1,
        "#" + id,
        Instant.parse(day + "T16:00:00Z"),
        plain.currency(),
        plain.presentment(),
        plain.lines(),
        plain.shipping(),
        0,
        0,
        plain.totalMinor(),
        Optional.empty(),
        plain.mode());
  }

  private static OrderPayment paidOf(String order, String day) {
    OrderPayment paid = paid("pay-" + order, 10584, day);
    return new OrderPayment(
        paid.origin(),
        paid.id(),
        new OrderId(order),
        paid.gateway(),
        paid.currency(),
        paid.amountMinor(),
        paid.at(),
        paid.reference());
  }

  private static Fulfilment sentOf(String order, String day) {
    Fulfilment parcel = parcel("parcel-" + order, day, shipped("cup", 1));
    return new Fulfilment(
        parcel.origin(),
        parcel.id(),
        new OrderId(order),
        1,
        parcel.shippedAt(),
        Optional.empty(),
        parcel.lines());
  }

  private static long earned(TestBooks books, String order) {
    return books.log(new SubjectId(SubjectId.Kind.ORDER, SHOP, order)).stream()
        .flatMap(step -> step.entry().stream())
        .flatMap(entry -> entry.legs().stream())
        .filter(leg -> leg.account().number() == 4000)
        .mapToLong(leg -> -leg.minor())
        .sum();
  }

  /** An order placed before the day and sent after it is earned at shipment; one placed on it is not. */
  private static List<Fact> facts() {
    return List.of(
        placed("old", "2026-10-09"),
        paidOf("old", "2026-10-09"),
        sentOf("old", "2026-10-28"),
        placed("new", "2026-10-10"),
        paidOf("new", "2026-10-10"),
        sentOf("new", "2026-10-28"));
  }

  @Test
  void whatBeganBeforeTheDayStaysUnderTheOldPolicyWhateverTheOrderOfArrival() {
    for (long seed = 1; seed <= 40; seed++) {
      TestBooks books = TestBooks.with(rules -> rules.changed(Optional.of(FROM), AT_DELIVERY));
      List<Fact> facts = new ArrayList<>(facts());
      Collections.shuffle(facts, new Random(seed));
      facts.forEach(books::tell);

      assertThat(earned(books, "old")).as("seed %d", seed).isEqualTo(10000);
      assertThat(earned(books, "new")).as("seed %d", seed).isZero();
      assertThat(books.kinds()).as("seed %d", seed).doesNotContain(Discrepancy.Kind.RULES_CHANGED);
    }
  }

  @Test
  void aPolicyThatIsToldLaterThanItsDayLeavesWhatIsPostedAndShowsIt() {
    TestBooks books = TestBooks.standard();
    facts().forEach(books::tell);
    books.amend(rules -> rules.changed(Optional.of(FROM), AT_DELIVERY));
    SubjectId subject = new SubjectId(SubjectId.Kind.ORDER, SHOP, "new");
    SubjectId old = new SubjectId(SubjectId.Kind.ORDER, SHOP, "old");

    assertThat(books.learn(subject, List.of()).discrepancies())
        .extracting(Discrepancy::kind)
        .contains(Discrepancy.Kind.RULES_CHANGED);
    assertThat(earned(books, "new")).isEqualTo(10000);
    assertThat(books.learn(old, List.of()).discrepancies())
        .extracting(Discrepancy::kind)
        .doesNotContain(Discrepancy.Kind.RULES_CHANGED);
    assertThat(books.log(subject)).allMatch(step -> step.rules() == 1);
  }

  @Test
  void whatIsFirstToldAfterThePolicyGoesByTheDayOnWhichItBegan() {
    TestBooks books = TestBooks.standard();
    books.amend(rules -> rules.changed(Optional.of(FROM), AT_DELIVERY));
    facts().forEach(books::tell);

    assertThat(earned(books, "old")).isEqualTo(10000);
    assertThat(earned(books, "new")).isZero();
    assertThat(books.log(new SubjectId(SubjectId.Kind.ORDER, SHOP, "old")))
        .allMatch(step -> step.rules() == 2);
  }
}
