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
    int version = book().policies().change(AT_DELIVERY, ActsBook.KEEPER);

    assertThat(version).isEqualTo(2);
    assertThat(rules().version()).isEqualTo(2);
    assertThat(rules().policy().recognition().trigger())
        .isEqualTo(RecognitionPolicy.Trigger.DELIVERY);
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("policy-change");
          assertThat(line.reason()).isEqualTo("it must be");
        });
    assertThatThrownBy(() -> book().policies().change(AT_DELIVERY, ActsBook.KEEPER))
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
        "A. Keeper",
        "because",
        book().now());
  }

  @Test
  void aTryChangesNothing() throws Exception {
    LocalDate day = LocalDate.of(2026, 10, 20);
    book().bankLine("1", day, -1200);

    Reposting.Preview shown = book().policies().wouldPost(AT_DELIVERY, day, day);

    assertThat(shown.rules()).isEqualTo(2);
    assertThat(shown.entries()).isEmpty();
    assertThat(rules().version()).isEqualTo(1);
    assertThat(book().trail().lines()).isEmpty();
  }

  @Test
  void aPresetChangesOnlyWhatDiffersAndASwitchThatDoesNotExistIsRefused() throws Exception {
    assertThat(book().policies().changes(PolicySwitches.preset(Policy.europeanUnion())))
        .extracting(Setting::name)
        .containsExactly("recognition.trigger", "tax.restockingFee", "tax.elsewhere", "tax.rules");
    assertThatThrownBy(() -> book().policies().changes(List.of(new Setting("no.such", "1"))))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("expected one of");
    assertThatThrownBy(() -> book().policies().change(AT_DELIVERY, new Who("A", "")))
        .hasMessageContaining("Why");
  }
}
