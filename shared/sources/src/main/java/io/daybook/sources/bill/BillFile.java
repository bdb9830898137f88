package io.daybook.sources.bill;

import io.daybook.sources.FileProblem;
import java.util.List;

/** What a bill's file turned out to be. */
public sealed interface BillFile {
  /** Bills, in the file's order. */
  record Bills(List<ToldBill> bills) implements BillFile {
    /** Copies the list. */
    public Bills {
      bills = List.copyOf(bills);
    }
  }

  /** Nothing was taken from it; everything that is known to be wrong, at least one problem. */
  record Refused(List<FileProblem> problems) implements BillFile {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
