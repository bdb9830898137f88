package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.Bookkeeper;
import io.daybook.events.PolicyChange;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.events.Reference;
import io.daybook.ledger.Policy;
import io.daybook.ledger.PolicySwitches;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.policy.RecognitionPolicy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyDeskTest {
  private static final List<Setting> AT_DELIVERY =
      List.of(new Setting("recognition.trigger", "delivery"));

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  private Rules rules() {
    return new RulesVersions(book().deployment().stores().state(ActsBook.BOOK))
        .current()
        .orElseThrow();
  }

  @Test
  void aChangeIsAVersionOfTheRulesAndALineOfTheTrail() throws Exception {
    int version = book().policies().change(AT_DELIVERY, Optional.empty(), ActsBook.KEEPER);

    assertThat(version).isEqualTo(2);
    assertThat(rules().version()).isEqualTo(2);
    assertThat(rules().policy().recognition().trigger())
        .isEqualTo(RecognitionPolicy.Trigger.DELIVERY);
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("policy-change");
          assertThat(line.about()).isEqualTo("recognition.trigger = DELIVERY");
          assertThat(line.reason()).isEqualTo("it must be");
        });
    assertThatThrownBy(
            () -> book().policies().change(AT_DELIVERY, Optional.empty(), ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("so already");
  }

  @Test
  void theSameActTakenAgainDoesNotUndoWhatWasChangedSince() {
    PolicyChange first = change("1", "DELIVERY");
    book().tell(first);
    book().tell(change("2", "SHIPMENT"));
    book().tell(first);

    assertThat(rules().policy()).isEqualTo(Policy.standard());
    assertThat(rules().version()).isEqualTo(3);
  }

  private PolicyChange change(String id, String trigger) {
    return new PolicyChange(
        Bookkeeper.own(ActsBook.BOOK),
        new Reference(id),
        List.of(new Setting("recognition.trigger", trigger)),
        Optional.empty(),
        "A. Keeper",
        "because",
        book().now());
  }

  @Test
  void aTryChangesNothing() throws Exception {
    LocalDate day = LocalDate.of(2026, 10, 20);
    book().bankLine("1", day, -1200);

    Reposting.Preview shown = book().policies().wouldPost(AT_DELIVERY, Optional.empty(), day, day);

    assertThat(shown.rules()).isEqualTo(2);
    assertThat(shown.entries()).isEmpty();
    assertThat(rules().version()).isEqualTo(1);
    assertThat(book().trail().lines()).isEmpty();
  }

  @Test
  void aPresetChangesOnlyWhatDiffersAndASwitchThatDoesNotExistIsRefused() throws Exception {
    assertThat(
            book()
                .policies()
                .changes(PolicySwitches.preset(Policy.europeanUnion()), Optional.empty()))
        .extracting(Setting::name)
        .containsExactly("recognition.trigger", "tax.restockingFee", "tax.elsewhere", "tax.rules");
    assertThatThrownBy(
            () -> book().policies().changes(List.of(new Setting("no.such", "1")), Optional.empty()))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("expected one of");
    assertThatThrownBy(
            () -> book().policies().change(AT_DELIVERY, Optional.empty(), new Who("A", "")))
        .hasMessageContaining("Why");
  }

  private static Optional<LocalDate> on(String day) {
    return Optional.of(LocalDate.parse(day));
  }

  @Test
  void aChangeHoldsFromItsDayOnAndInABookThatPostedSomethingFromToday() throws Exception {
    assertThat(book().policies().from(Optional.empty())).isEmpty();
    book().bankLine("1", LocalDate.of(2026, 10, 20), -1200);
    assertThat(book().policies().from(Optional.empty())).isEqualTo(on("2026-11-05"));

    int version = book().policies().change(AT_DELIVERY, on("2026-12-01"), ActsBook.KEEPER);

    assertThat(version).isEqualTo(2);
    assertThat(rules().policyOn(LocalDate.of(2026, 11, 30))).isEqualTo(Policy.standard());
    assertThat(rules().policyOn(LocalDate.of(2026, 12, 1)).recognition().trigger())
        .isEqualTo(RecognitionPolicy.Trigger.DELIVERY);
    assertThat(book().policies().switches())
        .filteredOn(one -> one.name().equals("recognition.trigger"))
        .extracting(PolicySwitches.Switch::value)
        .containsExactly("SHIPMENT");
    assertThat(book().policies().dated())
        .containsExactly(
            new PolicyDesk.Dated(
                LocalDate.of(2026, 12, 1),
                List.of(new Setting("recognition.trigger", "DELIVERY"))));
  }

  @Test
  void aPolicyDoesNotChangeInAClosedMonth() throws Exception {
    book().bankLine("1", LocalDate.of(2026, 10, 20), -1200);
    var _ = book().closing().fence(java.time.YearMonth.of(2026, 10), ActsBook.KEEPER);
    book().pass(io.daybook.ledger.PeriodBook.FENCE_HOLDS_AFTER);

    assertThatThrownBy(
            () -> book().policies().change(AT_DELIVERY, on("2026-10-15"), ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("2026-10 is closed")
        .hasMessageContaining("from 2026-11-01 on");
    assertThat(rules().version()).isEqualTo(1);
  }

  @Test
  void whatABookIsBegunWithIsShownAndCannotBeSet() throws Exception {
    assertThat(book().policies().switches())
        .extracting(PolicySwitches.Switch::name)
        .startsWith("book.currency", "book.zone", "recognition.trigger");
    assertThatThrownBy(() ->
            book()
                .policies()
                .changes(List.of(new Setting("book.zone", "Europe/Berlin")), Optional.empty()))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("begin another book with a cut-over");
  }
}
