package io.daybook.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void everyActionHasACallThatNeedsIt() {
    for (FunctionSpec function : Catalogue.all()) {
      assertThat(Justification.of(function))
          .as(function.name())
          .isNotEmpty()
          .allSatisfy(justified -> {
            assertThat(justified.title()).matches("[A-Za-z]+");
            assertThat(justified.reason()).isNotBlank();
          })
          .extracting(Justification::title)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void anActionWithoutACallIsRefused() {
    Access.OnTable deletion = new Access.OnTable(Table.LEDGER, List.of("DeleteItem"));
    FunctionSpec vandal =
        new FunctionSpec(
            "vandal",
            "Deletes.",
            "books",
            "none",
            List.of(),
            List.of(deletion),
            Catalogue.POST.timeout(),
            128,
            FunctionSpec.Start.PLAIN);

    assertThatThrownBy(() -> Justification.of(vandal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DeleteItem");
  }

  @Test
  void nobodyMayChangeOrDeleteInLedgerAndInboxButWhoErasesWhatTheLawSays() {
    for (FunctionSpec function : Catalogue.all()) {
      for (Access access : function.touches()) {
        if (access instanceof Access.OnTable(Table table, List<String> actions)
            && table != Table.STATE) {
          boolean mayEmpty = table == Table.INBOX && function.equals(Catalogue.ERASE);
          assertThat(actions)
              .as(function.name())
              .isSubsetOf("GetItem", "Query", "PutItem", mayEmpty ? "UpdateItem" : "PutItem");
        }
      }
    }
  }

  @Test
  void onlyTablesWithAStreamWakeAndAtMostTwoReadersShareOne() {
    List<Table> read = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.Stream stream) {
          assertThat(TableSpec.of(stream.table()).images()).isNotEqualTo(TableSpec.Images.NONE);
          read.add(stream.table());
        }
      }
    }
    for (Table table : Table.values()) {
      assertThat(read.stream().filter(table::equals).count())
          .as(table.word())
          .isLessThanOrEqualTo(2);
    }
  }

  @Test
  void alarmsHaveNamesOfTheirOwnAndWatchFunctionsThatThereAre() {
    assertThat(Alarms.all()).extracting(AlarmSpec::name).doesNotHaveDuplicates();
    for (AlarmSpec alarm : Alarms.all()) {
      if (alarm.watched() instanceof AlarmSpec.Watched.Measured(_, List<String> functions, _)) {
        assertThat(functions).isNotEmpty().allSatisfy(name -> Catalogue.named(name));
      }
    }
  }

  @Test
  void everyFunctionThatFailsOrIsThrottledSoundsAnAlarm() {
    for (FunctionSpec function : Catalogue.all()) {
      assertThat(Alarms.all())
          .extracting(AlarmSpec::name)
          .contains(function.name() + "-errors", function.name() + "-throttles");
    }
  }
}
