package io.daybook.portal;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.LookedView.Account;
import io.daybook.portal.page.LookedView.Bill;
import io.daybook.portal.page.LookedView.Line;
import io.daybook.portal.page.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code act} says of a file that it looked at.
 *
 * @param brings whether importing it would tell anything
 */
record Looked(List<Account> accounts, List<Bill> bills, String verdict, boolean brings) {
  Looked {
    accounts = List.copyOf(accounts);
    bills = List.copyOf(bills);
  }

  static Looked of(JsonNode answer) {
    return answer.has("accounts") ? bank(answer.path("accounts")) : bill(answer.path("bills"));
  }

  private static Looked bank(JsonNode told) {
    List<Account> accounts = new ArrayList<>();
    int fresh = 0;
    int all = 0;
    int pending = 0;
    for (JsonNode one : told) {
      fresh += one.path("newLines").asInt();
      all += one.path("lines").asInt();
      pending += one.path("pending").asInt();
      accounts.add(account(one));
    }
    String verdict =
        fresh == 0
            ? "Nothing new: all of its " + Words.counted(all, "line", "lines") + " are known."
            : Words.counted(fresh, "line", "lines")
                + " of "
                + Words.count(all)
                + (fresh == 1 ? " is new." : " are new.")
                + " Nothing is imported yet.";
    return new Looked(accounts, List.of(), verdict, fresh > 0 || pending > 0);
  }

  private static Account account(JsonNode one) {
    List<Line> lines = new ArrayList<>();
    one.path("first")
        .forEach(line ->
            lines.add(
                new Line(
                    Words.day(LocalDate.parse(line.path("day").asText())),
                    line.path("amount").asText(),
                    line.path("references").asText())));
    int fresh = one.path("newLines").asInt();
    int all = one.path("lines").asInt();
    int pending = one.path("pending").asInt();
    StringBuilder facts = new StringBuilder(one.path("format").asText());
    facts.append(": ").append(Words.counted(all, "booked line", "booked lines"));
    facts.append(all == fresh ? ", none" : ", " + Words.count(all - fresh));
    facts.append(" of them known already.");
    if (pending > 0) {
      facts.append(" ").append(Words.count(pending));
      facts.append(" more are not booked yet: shown, not posted.");
    }
    one.path("differences")
        .forEach(difference ->
            facts
                .append(" A statement does not add up by ")
                .append(difference.asText())
                .append(": it is imported, and the difference goes to the exceptions."));
    int alike = one.path("alike").asInt();
    return new Account(
        one.path("name").asText(),
        one.path("account").asText(),
        facts.toString(),
        alike == 0
            ? ""
            : Words.counted(alike, "new line has", "new lines have")
                + " the day and amount of known lines that were told with other words. If the bank tells the same"
                + " days again in another format, they would count twice.",
        lines,
        fresh - lines.size());
  }

  private static Looked bill(JsonNode told) {
    List<Bill> bills = new ArrayList<>();
    int fresh = 0;
    for (JsonNode one : told) {
      boolean known = one.path("outcome").asText().equals("KNOWN");
      fresh += known ? 0 : 1;
      bills.add(bill(one, known));
    }
    String verdict =
        fresh == 0
            ? "Nothing new: " + Words.counted(bills.size(), "bill", "bills") + ", known as told."
            : Words.counted(fresh, "bill", "bills")
                + " of "
                + Words.count(bills.size())
                + " would be imported. Nothing is imported yet.";
    return new Looked(List.of(), bills, verdict, fresh > 0);
  }

  private static Bill bill(JsonNode one, boolean known) {
    boolean corrected = one.path("outcome").asText().equals("CORRECTED");
    int unexpected = one.path("unexpected").asInt();
    String variance = one.path("variance").asText();
    return new Bill(
        one.path("number").asText(),
        known
            ? new Badge("known", Badge.Tone.GOOD)
            : new Badge(corrected ? "corrects one" : "new", Badge.Tone.WAITING),
        one.path("owed").asText(),
        one.path("dueOn").asText(),
        Words.count(one.path("items").asInt()),
        variance
            + (unexpected == 0
                ? ""
                : (variance.isEmpty() ? "" : "; ")
                    + Words.counted(unexpected, "item", "items")
                    + " nothing was accrued or collected for"));
  }
}
