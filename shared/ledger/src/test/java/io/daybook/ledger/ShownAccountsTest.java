package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.ShownAccounts.Title;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Under which number and name an account is shown. */
final class ShownAccountsTest {
  private static final AccountCode STRIPE = AccountCode.of(1010, "stripe");
  private static final OwnNumber OWN = new OwnNumber("1360");

  private static Chart chart(ChartPreset preset, String own, String name, AccountType type) {
    return new Chart(
        preset,
        Chart.Keeping.KEPT,
        Mapping.of(
            List.of(
                new MappingLine(
                    AccountCode.of(1010), MappingLine.Only.ALL, new OwnNumber(own), name, type))));
  }

  @Test
  void withoutAnOwnNumberAnAccountIsThatOfTheDefaultChart() {
    assertThat(ShownAccounts.of(ChartPreset.US_GAAP).of(STRIPE))
        .isEqualTo(new ShownAccount("1010", "Clearing", "stripe", AccountType.ASSET));
    assertThat(ShownAccounts.of(ChartPreset.IFRS_EU).of(STRIPE).title())
        .isEqualTo("Receivables from payment processors");
    assertThat(ShownAccounts.of(ChartPreset.US_GAAP).of(AccountCode.of(4090)).type())
        .isEqualTo(AccountType.CONTRA_REVENUE);
  }

  @Test
  void anOwnAccountHasItsNumberItsNameItsTypeAndNoQualifier() {
    ShownAccounts accounts =
        ShownAccounts.of(List.of(chart(ChartPreset.IFRS_EU, "1360", "Stripe", AccountType.OTHER)));

    assertThat(accounts.preset()).isEqualTo(ChartPreset.IFRS_EU);
    assertThat(accounts.of(STRIPE, Optional.of(OWN)))
        .isEqualTo(new ShownAccount("1360", "Stripe", "", AccountType.OTHER));
    assertThat(accounts.of(STRIPE).number()).isEqualTo("1010");
  }

  @Test
  void anOwnNumberThatNoChartNamesBearsTheDefaultAccountsName() {
    assertThat(ShownAccounts.of(ChartPreset.US_GAAP).of(STRIPE, Optional.of(OWN)))
        .isEqualTo(new ShownAccount("1360", "Clearing", "", AccountType.ASSET));
  }

  @Test
  void theNewestChartSaysThePresetAndTheNames() {
    ShownAccounts accounts =
        ShownAccounts.of(
            List.of(
                chart(ChartPreset.IFRS_EU, "1360", "Stripe, new", AccountType.ASSET),
                chart(ChartPreset.US_GAAP, "1360", "Stripe, old", AccountType.OTHER),
                chart(ChartPreset.US_GAAP, "1361", "Gone", AccountType.ASSET)));

    assertThat(accounts.preset()).isEqualTo(ChartPreset.IFRS_EU);
    assertThat(accounts.owns())
        .containsOnly(
            Map.entry(OWN, new Title("Stripe, new", AccountType.ASSET)),
            Map.entry(new OwnNumber("1361"), new Title("Gone", AccountType.ASSET)));
  }

  @Test
  void aBookWithoutAChartHasTheDefaultNames() {
    assertThat(ShownAccounts.of(List.of())).isEqualTo(ShownAccounts.of(ChartPreset.US_GAAP));
  }

  @Test
  void aLegIsShownOnTheAccountThatItBears() {
    ShownAccounts accounts =
        ShownAccounts.of(List.of(chart(ChartPreset.US_GAAP, "1360", "Stripe", AccountType.ASSET)));
    Leg plain = Leg.debit(STRIPE, new Money(1, new CurrencyCode("USD")));
    Leg owned =
        new Leg(
            STRIPE,
            new CurrencyCode("USD"),
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.of(OWN));

    assertThat(accounts.of(plain).code()).isEqualTo("1010:stripe");
    assertThat(accounts.of(owned).code()).isEqualTo("1360");
  }

  @Test
  void theMapOfAccountsIsACopy() {
    Map<OwnNumber, Title> owns = new HashMap<>();
    ShownAccounts accounts = new ShownAccounts(ChartPreset.US_GAAP, owns);
    owns.put(OWN, new Title("Late", AccountType.ASSET));

    assertThat(accounts.owns()).isEmpty();
  }

  @Test
  void accountsAreInTheOrderOfNumberQualifierTitleAndType() {
    ShownAccount first = new ShownAccount("1000", "Z", "z", AccountType.OTHER);
    List<ShownAccount> ordered =
        List.of(
            first,
            new ShownAccount("1010", "Z", "", AccountType.OTHER),
            new ShownAccount("1010", "B", "a", AccountType.EXPENSE),
            new ShownAccount("1010", "A", "b", AccountType.ASSET),
            new ShownAccount("1010", "A", "b", AccountType.OTHER),
            new ShownAccount("1010", "B", "b", AccountType.ASSET));

    assertThat(ordered.reversed().stream().sorted()).isEqualTo(ordered);
  }
}
