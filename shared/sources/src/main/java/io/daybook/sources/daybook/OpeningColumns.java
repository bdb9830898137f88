package io.daybook.sources.daybook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * The columns of a file of opening balances: Daybook's own form with a signed amount, or a trial balance as other systems
 * export it, with a debit and a credit column under the names that they use.
 */
final class OpeningColumns {
  static final List<String> OWN = List.of("account", "currency", "amount", "reference");
  static final List<String> TRIAL_BALANCE = List.of("account", "debit", "credit");

  /** What other systems call a column, without blanks, dots and case. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("accountcode", "account"),
          Map.entry("accountno", "account"),
          Map.entry("accountnumber", "account"),
          Map.entry("code", "account"),
          Map.entry("glcode", "account"),
          Map.entry("nominalcode", "account"),
          Map.entry("konto", "account"),
          Map.entry("dr", "debit"),
          Map.entry("debits", "debit"),
          Map.entry("debitamount", "debit"),
          Map.entry("soll", "debit"),
          Map.entry("cr", "credit"),
          Map.entry("credits", "credit"),
          Map.entry("creditamount", "credit"),
          Map.entry("haben", "credit"),
          Map.entry("currencycode", "currency"),
          Map.entry("ccy", "currency"),
          Map.entry("ref", "reference"),
          Map.entry("openitem", "reference"),
          Map.entry("accountname", "name"),
          Map.entry("accounttype", "type"),
          Map.entry("description", "name"));

  private static final List<String> READ =
      List.of("account", "currency", "amount", "reference", "debit", "credit", "name", "type");

  private final Map<String, String> headers = new HashMap<>();
  private final List<String> others = new ArrayList<>();

  OpeningColumns(List<String> names) {
    for (String name : names) {
      String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
      String column = SYNONYMS.getOrDefault(plain, plain);
      if (!READ.contains(column) || headers.putIfAbsent(column, name) != null) {
        others.add(name);
      }
    }
  }

  boolean isTrialBalance() {
    return headers.containsKey("debit") || headers.containsKey("credit");
  }

  /** A column that is needed and is not there. */
  Optional<String> missing() {
    return (isTrialBalance() ? TRIAL_BALANCE : OWN)
        .stream().filter(column -> !headers.containsKey(column)).findFirst();
  }

  /** Whether there are columns that nobody reads: what they hold would be lost unseen. */
  boolean hasOthers() {
    boolean both = isTrialBalance() && headers.containsKey("amount");
    boolean named =
        !isTrialBalance() && (headers.containsKey("name") || headers.containsKey("type"));
    return !others.isEmpty() || both || named;
  }

  /** What stands in a column; empty if there is none. */
  String of(CSVRecord record, String column) {
    String header = headers.get(column);
    return header == null ? "" : record.get(header);
  }
}
