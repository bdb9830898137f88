package io.daybook.cloud.deployment;

import io.daybook.ledger.StoredFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A new reader before a new writer. While traffic shifts, two releases run side by side, and for as long as anybody may
 * want to go back, the older one must read what the newer one wrote. So a form is first read by a release that does not
 * write it, and written by the next.
 *
 * <p>A kind of thing that a release does not declare is one that it never looks at: a new kind needs one step only.
 */
final class FormatRules {
  /** What is written again in place: there, two writers of different forms would undo one another. */
  private static final Set<String> REWRITTEN = Set.of("state");

  private FormatRules() {}

  /** What the rules say. */
  sealed interface Verdict {
    /** Go on. */
    record Allowed() implements Verdict {}

    /** Go on, with the stream triggers paused while two releases run. */
    record AllowedPaused(String why) implements Verdict {}

    /** Not so. */
    record Refused(String why) implements Verdict {}
  }

  /**
   * From the release that runs to the next.
   *
   * @param written all that lies in the store
   */
  static Verdict upgrade(Formats present, Formats next, Written written) {
    List<String> unreadable = unread(next, written);
    if (!unreadable.isEmpty()) {
      return new Verdict.Refused(
          "The new release cannot read what lies in the store: "
              + String.join(", ", unreadable)
              + ". What was ever written must be read for ever. Put the reader back and try again.");
    }
    List<String> tooNew = new ArrayList<>();
    for (StoredFormat format : next.all()) {
      present
          .named(format.name())
          .ifPresent(known ->
              without(format.writes(), known.reads())
                  .forEach(number -> tooNew.add(format.name() + " format " + number)));
    }
    if (!tooNew.isEmpty()) {
      String forms = String.join(", ", tooNew);
      return new Verdict.Refused(
          "The new release writes "
              + forms
              + ", which the release that runs cannot read: while traffic shifts they run side by side, and"
              + " afterwards there would be no way back. Take two steps: (1) upgrade to a release that reads "
              + forms
              + " but does not write it yet; (2) once it has run for as long as you would want to go back, upgrade to"
              + " this one.");
    }
    return rewrites(present, next);
  }

  /** Whether two releases side by side would undo one another. */
  static Verdict rewrites(Formats present, Formats next) {
    for (StoredFormat format : next.all()) {
      if (REWRITTEN.contains(format.name()) && present.named(format.name()).isPresent()) {
        SortedSet<Integer> begun =
            without(format.writes(), present.named(format.name()).get().writes());
        if (!begun.isEmpty()) {
          return new Verdict.AllowedPaused(
              "The new release begins to write "
                  + format.name()
                  + " format "
                  + begun.first()
                  + ", and what it writes is written again in place: the triggers are paused while two releases"
                  + " run, so that the old one does not undo it.");
        }
      }
    }
    return new Verdict.Allowed();
  }

  /** Back to a release that ran before. */
  static Verdict rollback(Release target, Written written) {
    List<String> unreadable = unread(target.formats(), written);
    if (unreadable.isEmpty()) {
      return new Verdict.Allowed();
    }
    return new Verdict.Refused(
        "Release "
            + target.number()
            + " cannot read what lies in the store by now: "
            + String.join(", ", unreadable)
            + ". Going back would leave it with messages and entries that it refuses. Go forward instead: mend the fault"
            + " in a new release that reads them, and './daybook upgrade' to it; or roll back to a later release with"
            + " --to.");
  }

  /** The forms that were written and are not read; a kind of thing that the release does not know is not looked at. */
  private static List<String> unread(Formats reader, Written written) {
    List<String> unread = new ArrayList<>();
    written
        .byName()
        .forEach((name, numbers) ->
            reader
                .named(name)
                .ifPresent(format ->
                    without(numbers, format.reads())
                        .forEach(number -> unread.add(name + " format " + number))));
    return unread;
  }

  private static SortedSet<Integer> without(Set<Integer> numbers, Set<Integer> known) {
    SortedSet<Integer> rest = new TreeSet<>(numbers);
    rest.removeAll(known);
    return rest;
  }
}
