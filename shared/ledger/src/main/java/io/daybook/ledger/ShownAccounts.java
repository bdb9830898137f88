package io.daybook.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How accounts are shown: under the accountant's number where a leg bears one, else under the default chart's. A number
 * stays with its leg; the names are today's.
 *
 * @param preset whose names the default accounts bear
 * @param owns the accountant's own accounts
 */
public record ShownAccounts(ChartPreset preset, Map<OwnNumber, Title> owns) {
  /** What an own account is called, and what it is. */
  public record Title(String name, AccountType type) {}

  /** Copies the map. */
  public ShownAccounts {
    owns = Map.copyOf(owns);
  }

  /** The accounts of the default chart alone. */
  public static ShownAccounts of(ChartPreset preset) {
    return new ShownAccounts(preset, Map.of());
  }

  /**
   * The accounts of a book.
   *
   * @param charts all that it ever had, the newest first; an account bears the newest of its names,
   *     in one chart that of the latest day
   */
  public static ShownAccounts of(List<Chart> charts) {
    Map<OwnNumber, Title> owns = new HashMap<>();
    for (Chart chart : charts) {
      for (Mapping mapping : chart.mappings()) {
        for (MappingLine line : mapping.lines()) {
          owns.putIfAbsent(line.own(), new Title(line.name(), line.type()));
        }
      }
    }
    return new ShownAccounts(
        charts.stream().findFirst().map(Chart::preset).orElse(ChartPreset.US_GAAP), owns);
  }

  /** How the account of a leg is shown. */
  public ShownAccount of(Leg leg) {
    return of(leg.account(), leg.own());
  }

  /** How an account of the default chart is shown. */
  public ShownAccount of(AccountCode account) {
    return of(account, Optional.empty());
  }

  /** How an account is shown for which an own number was found, or none. */
  public ShownAccount of(AccountCode account, Optional<OwnNumber> own) {
    ChartOfAccounts.Account found = ChartOfAccounts.account(account);
    if (own.isEmpty()) {
      return new ShownAccount(
          Integer.toString(found.number()), preset.name(found), account.qualifier(), found.type());
    }
    Title title = owns.getOrDefault(own.get(), new Title(preset.name(found), found.type()));
    return new ShownAccount(own.get().value(), title.name(), "", title.type());
  }
}
