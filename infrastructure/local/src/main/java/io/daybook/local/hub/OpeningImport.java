package io.daybook.local.hub;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.books.acts.Checklist;
import io.daybook.books.acts.OpeningChecklist;
import io.daybook.events.Opening;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SubjectId;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.sources.daybook.OpeningFile;
import io.daybook.sources.daybook.OpeningFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes over opening balances from a file, as an act of a person (case 72). */
public final class OpeningImport {
  /** The file is not taken. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }

    /** What to tell the person. */
    public String words() {
      return String.valueOf(getMessage());
    }
  }

  /** What was taken over. */
  public record Imported(int balances, LocalDate day, List<Checklist.Item> checklist) {
    /** Copies the list. */
    public Imported {
      checklist = List.copyOf(checklist);
    }

    /** As people read it. */
    public String words() {
      return checklist.stream()
              .map(item ->
                  String.format("  %-8s %-34s %s%n", item.standing(), item.what(), item.words()))
              .collect(Collectors.joining())
          + "Took over "
          + balances
          + " opening balances as of "
          + day
          + "; account 3000 takes the rest.";
    }
  }

  private final Hub hub;

  /** Imports into the books of a hub. */
  public OpeningImport(Hub hub) {
    this.hub = hub;
  }

  /**
   * Takes over the balances of a file.
   *
   * @throws Refused naming file, line, field and what was expected
   */
  public Imported run(Book book, Path file, byte[] bytes, LocalDate day, String by) throws Refused {
    Optional<Rules> rules = new RulesVersions(hub.deployment().stores().state(book)).current();
    Opening opening =
        switch (OpeningFiles.read(
            file.toString(),
            bytes,
            Bookkeeper.own(book),
            new Reference("cut-over-" + day),
            day,
            by,
            rules.map(Rules::currency))) {
          case OpeningFile.Balances read -> read.opening();
          case OpeningFile.Refused refused ->
              throw new Refused(refused.problem() + ". Nothing was imported.");
        };
    requireNew(book, opening);
    InboxStore.Put _ =
        hub.tell(
            book,
            new Message(
                Desks.PEOPLE,
                hub.deployment().clock().instant(),
                Message.Via.PERSON,
                CanonicalSource.FACTS,
                Bytes.of(CanonicalSource.write(List.of(opening)))));
    return new Imported(
        opening.balances().size(),
        day,
        rules.map(known -> OpeningChecklist.of(opening, known)).orElse(List.of()));
  }

  private void requireNew(Book book, Opening opening) throws Refused {
    SubjectId subject =
        new SubjectId(SubjectId.Kind.OPENING, opening.origin(), opening.id().value());
    boolean other =
        hub.deployment().stores().ledger(book).read(subject).stream()
            .flatMap(step -> step.facts().stream())
            .anyMatch(known -> !known.money().equals(opening.money()));
    if (other) {
      throw new Refused(
          "Other opening balances were taken over for "
              + opening.day()
              + " before. Nothing was imported; what is wrong with them is corrected by an entry.");
    }
  }
}
