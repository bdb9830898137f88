package io.daybook.posting;

import io.daybook.events.Fact;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What became of telling a subject something. Each lists its discrepancies as it stands now: they replace the earlier. */
public sealed interface Outcome {
  /** Whom it is about. */
  SubjectId subject();

  /** What a person must look at. */
  List<Discrepancy> discrepancies();

  /** When it must be looked at again, for the calendar alone will bring more; never earlier than tomorrow. */
  Optional<LocalDate> due();

  /** At least one entry was appended. */
  record Posted(
      SubjectId subject, List<Step> steps, List<Discrepancy> discrepancies, Optional<LocalDate> due)
      implements Outcome {
    /** Copies the lists. */
    public Posted {
      steps = List.copyOf(steps);
      discrepancies = List.copyOf(discrepancies);
    }
  }

  /** Facts were kept and require no entry (yet): the subject is parked, or they only confirm what is posted. */
  record Learnt(
      SubjectId subject, List<Step> steps, List<Discrepancy> discrepancies, Optional<LocalDate> due)
      implements Outcome {
    /** Copies the lists. */
    public Learnt {
      steps = List.copyOf(steps);
      discrepancies = List.copyOf(discrepancies);
    }
  }

  /** Everything was known and posted before. */
  record Unchanged(SubjectId subject, List<Discrepancy> discrepancies, Optional<LocalDate> due)
      implements Outcome {
    /** Copies the list. */
    public Unchanged {
      discrepancies = List.copyOf(discrepancies);
    }
  }

  /**
   * The log has no room for all that is needed, so nothing was appended: the facts are not learnt, and stay where they
   * came from.
   *
   * @param notLearnt what the log does not have
   */
  record Full(
      SubjectId subject,
      List<Fact> notLearnt,
      List<Discrepancy> discrepancies,
      Optional<LocalDate> due)
      implements Outcome {
    /** Copies the lists. */
    public Full {
      notLearnt = List.copyOf(notLearnt);
      discrepancies = List.copyOf(discrepancies);
    }
  }
}
