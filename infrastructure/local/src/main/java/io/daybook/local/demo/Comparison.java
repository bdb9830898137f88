package io.daybook.local.demo;

import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.TrialBalance;
import io.daybook.reconciliation.PayoutStatement;
import io.daybook.simulation.month.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the books against the month's right answers; knows neither how the one nor the other was made. */
public final class Comparison {
  private Comparison() {}

  /** Every difference, in words; none if the books are right. */
  public static List<String> differences(
      Answers answers,
      TrialBalance balance,
      List<PayoutStatement> payouts,
      List<Discrepancy> exceptions) {
    List<String> differences = new ArrayList<>();
    balances(answers, balance, differences);
    payouts(answers, payouts, differences);
    exceptions(answers, exceptions, differences);
    return differences;
  }

  private static void balances(Answers answers, TrialBalance balance, List<String> differences) {
    Map<String, Long> found = new TreeMap<>();
    balance.rows().forEach(row -> found.merge(row.account().toString(), row.minor(), Long::sum));
    TreeSet<String> accounts = new TreeSet<>(found.keySet());
    accounts.addAll(answers.trialBalance().keySet());
    for (String account : accounts) {
      long expected = answers.trialBalance().getOrDefault(account, 0L);
      long actual = found.getOrDefault(account, 0L);
      if (expected != actual) {
        differences.add(
            "account " + account + " is " + actual + ", expected " + expected + " minor units");
      }
    }
  }

  private static void payouts(
      Answers answers, List<PayoutStatement> payouts, List<String> differences) {
    Map<String, PayoutStatement> found = new TreeMap<>();
    payouts.forEach(payout -> found.put(payout.payout().value(), payout));
    for (Answers.PayoutAnswer expected : answers.payouts()) {
      Optional<PayoutStatement> actual = Optional.ofNullable(found.remove(expected.id()));
      String words =
          actual
              .map(one ->
                  one.status().words()
                      + ", paid "
                      + one.amountMinor()
                      + ", difference "
                      + one.differenceMinor())
              .orElse("missing");
      String right =
          expected.status()
              + ", paid "
              + expected.amountMinor()
              + ", difference "
              + expected.differenceMinor();
      if (!words.equals(right)) {
        differences.add("payout " + expected.id() + " is " + words + "; expected " + right);
      }
    }
    found.keySet().forEach(id -> differences.add("payout " + id + " is one too many"));
  }

  private static void exceptions(
      Answers answers, List<Discrepancy> exceptions, List<String> differences) {
    List<Discrepancy> rest = new ArrayList<>(exceptions);
    for (Answers.Exceptional expected : answers.exceptions()) {
      Optional<Discrepancy> actual =
          rest.stream()
              .filter(one -> one.kind().code().equals(expected.kind()))
              .filter(one -> (one.subject() + " " + one.reason()).contains(expected.subject()))
              .filter(one -> Math.abs(one.minor()) == Math.abs(expected.minor()))
              .findFirst();
      actual.ifPresentOrElse(
          rest::remove,
          () ->
              differences.add(
                  "exception "
                      + expected.kind()
                      + " of "
                      + expected.subject()
                      + " over "
                      + expected.minor()
                      + " is missing"));
    }
    rest.forEach(one ->
        differences.add(
            "exception "
                + one.kind().code()
                + " of "
                + one.subject()
                + " is one too many: "
                + one.reason()));
  }
}
