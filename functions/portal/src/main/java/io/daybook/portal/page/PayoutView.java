package io.daybook.portal.page;

import java.util.List;

/**
 * A payout.
 *
 * @param back the book's payouts
 * @param verdict how it stands, in a sentence
 * @param sections proof, roll forward, bank
 * @param groups its lines, and those of the same days that are not in it
 * @param downloads the statement as files
 */
public record PayoutView(
    Link back,
    String id,
    String processor,
    String amount,
    String issuedOn,
    Badge status,
    String verdict,
    List<Section> sections,
    List<Group> groups,
    List<Link> downloads) {
  /** A sum with its parts. */
  public record Section(String title, List<Figure> figures) {
    /** Copies the list. */
    public Section {
      figures = List.copyOf(figures);
    }
  }

  /** A line of a sum; its weight is part, total or difference. */
  public record Figure(String label, String detail, String amount, String weight) {}

  /** Lines of one kind, with their sums, and how many are left out here. */
  public record Group(
      String title, List<Row> rows, String amount, String fee, String net, int leftOut) {
    /** Copies the list. */
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /** A transaction. */
  public record Row(
      String time,
      String kind,
      String id,
      String reference,
      String amount,
      String fee,
      String net) {}

  /** Copies the lists. */
  public PayoutView {
    sections = List.copyOf(sections);
    groups = List.copyOf(groups);
    downloads = List.copyOf(downloads);
  }
}
