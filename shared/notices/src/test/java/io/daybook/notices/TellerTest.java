package io.daybook.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.memory.MemoryStores;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class TellerTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration RUN = Duration.ofMinutes(5);

  private final TestClock clock = new TestClock("2026-11-20T15:02:00Z");
  private final StateStore state = new MemoryStores(clock).state(Samples.BOOK);
  private final Postbox postbox = new Postbox();

  private Teller teller() {
    return new Teller(state, postbox.channels(), clock, NEW_YORK, "", new Random(1));
  }

  private Telling run(Notice... found) {
    Telling telling = teller().tell(List.of(found), () -> true);
    clock.pass(RUN);
    return telling;
  }

  private void runFor(Duration time, Notice... found) {
    for (long run = 0; run < time.dividedBy(RUN); run++) {
      Telling _ = run(found);
    }
  }

  private void prefer(UnaryOperator<Preferences> change) {
    Preferences _ = new PreferencesBook(state).amend(NoticeKind.PAYOUT_DOES_NOT_TIE, change);
  }

  private static Preferences wish(
      List<Destination> to, Duration after, Optional<Duration> again, Pace pace) {
    return new Preferences(true, to, Optional.empty(), after, again, pace, Optional.empty(), true);
  }

  private void preferAtOnce() {
    prefer(_ -> wish(List.of(), Duration.ZERO, Optional.empty(), Pace.AT_ONCE));
  }

  @Test
  void aPayoutThatDoesNotTieIsToldOnceAfterHalfAnHour() {
    runFor(Duration.ofMinutes(30), Samples.payout("po_1", -1727));
    assertThat(postbox.said()).isEmpty();

    runFor(Duration.ofDays(2), Samples.payout("po_1", -1727));
    assertThat(postbox.said())
        .containsExactly("new: Payout po_1 of stripe:acct_1 does not tie: -17.27 USD");
  }

  @Test
  void anotherAmountIsToldAndTheSameAmountIsNot() {
    preferAtOnce();
    runFor(Duration.ofHours(1), Samples.payout("po_1", -1727));
    runFor(Duration.ofHours(1), Samples.payout("po_1", -900));

    assertThat(postbox.said())
        .containsExactly(
            "new: Payout po_1 of stripe:acct_1 does not tie: -17.27 USD",
            "changed: Changed: Payout po_1 of stripe:acct_1 does not tie: -9.00 USD");
  }

  @Test
  void peopleAreRemindedOfWhatStillStands() {
    prefer(_ -> wish(List.of(), Duration.ZERO, Optional.of(Duration.ofDays(7)), Pace.AT_ONCE));
    runFor(Duration.ofDays(15), Samples.payout("po_1", -1727));

    assertThat(postbox.said()).hasSize(3);
    assertThat(postbox.said().getLast()).startsWith("reminder: Still: Payout po_1");
  }

  @Test
  void whatIsOverIsToldToThoseWhoWereToldAndForgotten() {
    preferAtOnce();
    runFor(Duration.ofHours(1), Samples.payout("po_1", -1727));
    runFor(Duration.ofHours(1));

    assertThat(postbox.said())
        .containsExactly(
            "new: Payout po_1 of stripe:acct_1 does not tie: -17.27 USD",
            "settled: Settled: Payout po_1 of stripe:acct_1 does not tie: -17.27 USD");
    assertThat(state.list(StateStore.Kind.NOTICE)).isEmpty();
  }

  @Test
  void whatWasNeverToldIsNotSaidToBeOver() {
    runFor(Duration.ofMinutes(20), Samples.payout("po_1", -1727));
    runFor(Duration.ofDays(1));

    assertThat(postbox.said()).isEmpty();
    assertThat(state.list(StateStore.Kind.NOTICE)).isEmpty();
  }

  @Test
  void whatFlickersIsNeitherOverNorNew() {
    preferAtOnce();
    Telling _ = run(Samples.payout("po_1", -1727));
    Telling _ = run();
    runFor(Duration.ofHours(1), Samples.payout("po_1", -1727));

    assertThat(postbox.said()).hasSize(1);
  }

  @Test
  void smallAmountsAreLeftUntoldAndOneThatGrowsIsTold() {
    prefer(before ->
        new Preferences(
            true,
            List.of(),
            Optional.of(new BigDecimal("50.00")),
            Duration.ZERO,
            before.again(),
            Pace.AT_ONCE,
            Optional.empty(),
            true));
    runFor(Duration.ofHours(1), Samples.payout("po_1", -4999));
    assertThat(postbox.said()).isEmpty();
    runFor(Duration.ofHours(1), Samples.payout("po_1", -5000));
    assertThat(postbox.said()).hasSize(1);
  }

  @Test
  void silencedIsSilentAndOthersAreNot() {
    prefer(Preferences::silenced);
    runFor(Duration.ofDays(1), Samples.payout("po_1", -1727));
    assertThat(postbox.said()).isEmpty();

    prefer(Preferences::switchedOn);
    Telling _ = run(Samples.payout("po_1", -1727));
    assertThat(postbox.said()).hasSize(1);
  }

  @Test
  void aDailyDigestComesAtEightByTheBooksClockWithAllOfIt() {
    prefer(_ -> wish(List.of(), Duration.ZERO, Optional.empty(), Pace.DAILY));
    runFor(Duration.ofDays(1), Samples.payout("po_1", -1727), Samples.payout("po_2", 300));

    assertThat(postbox.letters).hasSize(1);
    Letter letter = postbox.letters.getFirst();
    assertThat(letter.at().toString()).startsWith("2026-11-21T13:0");
    assertThat(letter.subject()).startsWith("[Daybook blue-cup] 2 notices: Payout po_1");
  }

  @Test
  void anHourlyDigestWaitsForTheFullHour() {
    prefer(_ -> wish(List.of(), Duration.ZERO, Optional.empty(), Pace.HOURLY));
    runFor(Duration.ofHours(3), Samples.payout("po_1", -1727));

    assertThat(postbox.letters)
        .singleElement()
        .satisfies(letter -> assertThat(letter.at().toString()).startsWith("2026-11-20T16:0"));
  }

  @Test
  void inQuietHoursNobodyIsToldAndWhenTheyEndOnce() {
    prefer(before ->
        new Preferences(
            true,
            List.of(),
            Optional.empty(),
            Duration.ZERO,
            before.again(),
            Pace.AT_ONCE,
            Optional.of(QuietHours.parse("09:00-17:30 America/New_York", NEW_YORK)),
            true));
    runFor(Duration.ofDays(1), Samples.payout("po_1", -1727));

    assertThat(postbox.letters)
        .singleElement()
        .satisfies(letter -> assertThat(letter.at()).isAfterOrEqualTo("2026-11-20T22:30:00Z"));
  }

  @Test
  void eachPlaceIsToldOnceAndOneThatFailsKeepsNoOtherFromIt() {
    prefer(_ ->
        wish(
            List.of(
                new Destination.Mail("a@example.com"),
                Destination.parse("webhook:https://b.example/x")),
            Duration.ZERO,
            Optional.empty(),
            Pace.AT_ONCE));
    postbox.answer =
        (place, _) ->
            place instanceof Destination.Webhook
                ? new Delivery.Failed("it answered 503")
                : new Delivery.Sent();

    Telling first = run(Samples.payout("po_1", -1727));
    assertThat(first.told()).hasSize(1);
    assertThat(first.unsent())
        .singleElement()
        .satisfies(unsent -> assertThat(unsent.reason()).isEqualTo("it answered 503"));
    assertThat(new Lines(state).troubles())
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.reason()).isEqualTo("it answered 503"));

    postbox.answer = (_, _) -> new Delivery.Sent();
    runFor(Duration.ofHours(1), Samples.payout("po_1", -1727));
    assertThat(postbox.places)
        .extracting(Destination::text)
        .containsExactly("mail:a@example.com", "webhook:https://b.example/x");
    assertThat(new Lines(state).troubles()).isEmpty();
  }

  @Test
  void aPlaceThatNeverAnswersIsTriedEightTimesOverHoursAndThenGivenUp() {
    preferAtOnce();
    int[] tries = {0};
    postbox.answer =
        (_, _) -> {
          tries[0]++;
          return new Delivery.Failed("it did not answer");
        };
    runFor(Duration.ofDays(4), Samples.payout("po_1", -1727));
    assertThat(tries[0]).isEqualTo(Line.MAX_FAILURES);
    assertThat(new Lines(state).troubles()).hasSize(1);

    Telling next = run(Samples.payout("po_2", 100));
    assertThat(next.unsent())
        .extracting(Telling.Unsent::subject)
        .containsExactly("payout/stripe:acct_1/po_2");
    assertThat(tries[0]).isEqualTo(Line.MAX_FAILURES + 1);
  }

  @Test
  void aPlaceThatRefusesIsNotAskedAgainForTheSame() {
    preferAtOnce();
    int[] tries = {0};
    postbox.answer =
        (_, _) -> {
          tries[0]++;
          return new Delivery.Refused("it answered 410");
        };
    runFor(Duration.ofDays(1), Samples.payout("po_1", -1727));
    assertThat(tries[0]).isEqualTo(1);
  }

  @Test
  void aFaultOfAChannelIsAFailureOfThatChannel() {
    preferAtOnce();
    postbox.answer =
        (_, _) -> {
          throw new IllegalStateException("secret detail");
        };
    assertThat(run(Samples.payout("po_1", -1727)).unsent())
        .extracting(Telling.Unsent::reason)
        .containsExactly("a fault of ours: IllegalStateException");
  }

  @Test
  void aFloodIsOneLetterARunAndAllOfItInTheEnd() {
    preferAtOnce();
    Notice[] many = new Notice[120];
    for (int index = 0; index < many.length; index++) {
      many[index] = Samples.payout("po_" + index, 100 + index);
    }
    Telling _ = run(many);
    assertThat(postbox.letters).hasSize(1);
    runFor(Duration.ofHours(1), many);
    assertThat(postbox.said()).hasSize(120).doesNotHaveDuplicates();
    assertThat(postbox.letters).hasSize(3);
  }

  @Test
  void withoutTimeNothingIsSentAndNothingLost() {
    preferAtOnce();
    assertThat(teller().tell(List.of(Samples.payout("po_1", 1)), () -> false).told()).isEmpty();
    Telling _ = run(Samples.payout("po_1", 1));
    assertThat(postbox.said()).hasSize(1);
  }

  @Test
  void aTestGoesToEveryPlaceOfTheKindOnce() {
    prefer(_ ->
        wish(
            List.of(new Destination.Mail("a@example.com")),
            Duration.ZERO,
            Optional.empty(),
            Pace.DAILY));

    Telling all = teller().test(EnumSet.allOf(NoticeKind.class));
    assertThat(all.told())
        .extracting(Telling.Arrived::place)
        .containsExactlyInAnyOrder("mail:a@example.com", "file");
    assertThat(postbox.letters.getFirst().text()).contains("Nothing is wrong");
  }

  @Test
  void noIdInTheStateNamesAPersonOrAnAddress() {
    prefer(_ ->
        wish(
            List.of(
                new Destination.Mail("ann@example.com"),
                Destination.parse("webhook:https://b.example/token")),
            Duration.ZERO,
            Optional.empty(),
            Pace.AT_ONCE));
    new WebhookSecrets(state).save(URI.create("https://b.example/token"), "file-1:x");
    Telling _ = run(Samples.payout("po_1", -1727));

    for (StateStore.Kind kind : StateStore.Kind.values()) {
      assertThat(state.list(kind))
          .extracting(StateStore.Item::id)
          .noneMatch(id -> id.contains("ann") || id.contains("b.example"));
    }
    assertThat(state.list(StateStore.Kind.NOTICE_CHANNEL)).hasSize(2);
  }
}
