package io.daybook.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written before a fact could say more reads as it did, and is written as it was. */
class OlderFactsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What each kind could not say at first, by name; names are taken away wherever they stand. */
  private static final Map<String, List<String>> NEWER =
      Map.of(
          "order", List.of("payBy", "collector", "term", "exemption", "productType"),
          "order-payment", List.of("tender", "taxMinor", "roundingMinor"),
          "refund", List.of("feeMinor", "worthMinor", "tender", "roundingMinor"),
          "fulfilment", List.of("carrier", "zone"),
          "dispute", List.of("returnedMinor", "protection"),
          "label", List.of("refundedMinor", "order"));

  private static JsonNode older(String kind) throws IOException {
    try (InputStream in = OlderFactsTest.class.getResourceAsStream("samples/" + kind + ".json")) {
      JsonNode sample = MAPPER.readTree(in);
      remove(sample, NEWER.getOrDefault(kind, List.of()));
      return sample;
    }
  }

  private static void remove(JsonNode node, List<String> names) {
    if (node instanceof ObjectNode object) {
      object.remove(names);
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(child -> remove(child, names));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "order-payment", "refund", "fulfilment", "dispute", "label"})
  void anOlderTextReadsAndIsWrittenBackEqual(String kind) throws IOException, MalformedFact {
    JsonNode older = older(kind);

    Fact fact = FactJson.read(older.toString());

    assertThat(MAPPER.readTree(FactJson.write(fact))).isEqualTo(older);
  }

  @Test
  void aParcelIsTheSameMoneyWhoeverCarriesIt() throws IOException, MalformedFact {
    try (InputStream in = OlderFactsTest.class.getResourceAsStream("samples/fulfilment.json")) {
      Fact carried = FactJson.read(MAPPER.readTree(in).toString());

      assertThat(FactJson.read(older("fulfilment").toString()).money()).isEqualTo(carried.money());
    }
  }

  @Test
  void amountsAndDaysThatCannotBeAreRefused() {
    Origin shop = Origin.parse("shopify:blue-cup");
    OrderId order = new OrderId("1");
    TransactionId id = new TransactionId("2");
    CurrencyCode usd = new CurrencyCode("USD");
    Instant at = Instant.EPOCH;

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new OrderLine.Term(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-01-31")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Exemption(" ", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Dispute.Protection(0, at));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PriceCut(shop, id, order, new LineId("3"), at, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PriceCut(shop, id, order, new LineId("3"), at, 1, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Invoice(shop, id, order, 1, at, Optional.empty(), usd, -1, 0, Invoice.Claim.DUE));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new StoreCredit(shop, id, Tender.CASH, StoreCredit.Change.LAPSED, usd, 1, at));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new StoreCredit(shop, id, Tender.GIFT_CARD, StoreCredit.Change.LAPSED, usd, 0, at));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new CardOrigin(shop, id, order, 1, CardOrigin.Source.SOLD, 0, 0, 0, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComponentSpent(shop, order, ComponentSpent.Component.TIP, -1, at));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new OrderAct(shop, id, order, at, " ", "", OrderAct.Act.FORFEIT, Optional.empty()));
  }

  @Test
  void aTransferMeetsItsOrderUnderThePaymentOrItself() {
    WireReceipt alone =
        new WireReceipt(
            Origin.parse("bank:DE1"),
            new BankLineId("7"),
            Origin.parse("shopify:blue-cup"),
            new OrderId("1"),
            Optional.empty(),
            new CurrencyCode("EUR"),
            100,
            0,
            Instant.EPOCH,
            "Ann");

    assertThat(alone.reference()).isEqualTo(new Reference("wire/7"));
    assertThat(alone.money()).isNotEqualTo(alone);
    assertThat(alone.key().toString()).isEqualTo("wire-receipt/bank:DE1/7");
  }
}
