package io.daybook.portal.page;

import java.util.List;

/**
 * What a file holds and would bring, before anything is imported.
 *
 * @param file its name
 * @param verdict what would come of it, in a sentence
 * @param formKey what its form carries
 * @param importHref where it is imported; not offered if nothing would come of it
 * @param offered whether it is
 * @param carried what the form carries on, by name
 * @param backHref to the page where files are chosen
 */
public record LookedView(
    String file,
    String verdict,
    Badge.Tone tone,
    String formKey,
    String importHref,
    boolean offered,
    List<Carried> carried,
    String backHref,
    List<Account> accounts,
    List<Bill> bills) {
  /** A hidden field. */
  public record Carried(String name, String value) {}

  /**
   * A bank account of the file.
   *
   * @param facts its figures
   * @param alike what to say of new lines that look like known ones; empty if none does
   */
  public record Account(
      String name, String number, String facts, String alike, List<Line> lines, int leftOut) {
    /** Copies the list. */
    public Account {
      lines = List.copyOf(lines);
    }
  }

  /** A new line of an account. */
  public record Line(String day, String amount, String references) {}

  /** A bill of the file. */
  public record Bill(
      String number, Badge outcome, String owed, String dueOn, String items, String remark) {}

  /** Copies the lists. */
  public LookedView {
    carried = List.copyOf(carried);
    accounts = List.copyOf(accounts);
    bills = List.copyOf(bills);
  }

  /** Whether some new lines look like known ones. */
  public boolean alike() {
    return accounts.stream().anyMatch(account -> !account.alike().isEmpty());
  }
}
