package io.daybook.reconciliation;

import io.daybook.ledger.SubjectId;
import java.util.Comparator;

/** The order in which subjects are looked at, so that two runs find the same in the same order. */
final class SubjectIds {
  static final Comparator<SubjectId> ORDER = Comparator.comparing(SubjectId::toString);

  private SubjectIds() {}
}
