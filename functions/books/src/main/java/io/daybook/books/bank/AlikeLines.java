package io.daybook.books.bank;

import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds new lines that look like known ones under other ids: of the same day and amount, where the file does not tell the
 * known line. That is what a day looks like that comes a second time in another format, with other words.
 */
final class AlikeLines {
  private final LedgerStore ledger;

  AlikeLines(LedgerStore ledger) {
    this.ledger = ledger;
  }

  /** Those of the new lines of one account that look like known ones. */
  List<BankLine> find(List<BankLine> told, List<BankLine> fresh) {
    Set<BankLineId> ids = told.stream().map(BankLine::id).collect(Collectors.toSet());
    Map<LocalDate, List<BankLine>> known = new HashMap<>();
    List<BankLine> alike = new ArrayList<>();
    for (BankLine line : fresh) {
      List<BankLine> ofDay = known.computeIfAbsent(line.bookedOn(), day -> known(line, day, ids));
      Optional<BankLine> same =
          ofDay.stream()
              .filter(other ->
                  other.amountMinor() == line.amountMinor()
                      && other.currency().equals(line.currency()))
              .findFirst();
      if (same.isPresent()) {
        ofDay.remove(same.get());
        alike.add(line);
      }
    }
    return alike;
  }

  private List<BankLine> known(BankLine like, LocalDate day, Set<BankLineId> told) {
    List<BankLine> known = new ArrayList<>();
    ledger.day(day, Optional.empty()).stream()
        .filter(step -> step.subject().kind() == SubjectId.Kind.BANK_LINE)
        .filter(step -> step.subject().origin().equals(like.origin()))
        .flatMap(step -> step.facts().stream())
        .filter(BankLine.class::isInstance)
        .map(BankLine.class::cast)
        .filter(line -> line.bookedOn().equals(day) && !told.contains(line.id()))
        .forEach(known::add);
    return known;
  }
}
