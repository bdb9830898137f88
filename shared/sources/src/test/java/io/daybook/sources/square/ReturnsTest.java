package io.daybook.sources.square;

import static io.daybook.sources.square.Json.facts;
import static io.daybook.sources.square.Json.money;
import static io.daybook.sources.square.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.Tender;
import io.daybook.sources.Translation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReturnsTest {
  private static final String SALE = "'source_order_id':'O1',";

  private static String returned(String source, String lines, String more) {
    return "{'id':'R1','location_id':'L1','state':'COMPLETED','created_at':'2026-10-07T10:00:00Z',"
        + "'updated_at':'2026-10-07T10:00:02Z','closed_at':'2026-10-07T10:00:01Z',"
        + money("total_money", 0)
        + ",'returns':[{'uid':'r',"
        + source
        + "'return_line_items':["
        + lines
        + "]}]"
        + more
        + "}";
  }

  private static String line(String more) {
    return "{'uid':'rl1',"
        + more
        + "'quantity':'1',"
        + money("total_money", 5400)
        + ","
        + money("total_tax_money", 400)
        + "}";
  }

  private static String refund(String id, String status, long minor, String more) {
    return "{'id':'"
        + id
        + "','status':'"
        + status
        + "','order_id':'R1','payment_id':'pay1','created_at':'2026-10-07T10:00:00Z',"
        + more
        + money("amount_money", minor)
        + "}";
  }

  private static String joined(String order, String refunds) {
    return "{'order':" + order + ",'refunds':[" + refunds + "]}";
  }

  private static final String KNOWN = "'source_line_item_uid':'l1',";

  @Test
  @Tag("accounting-27")
  void aReturnedLineIsRefundedOnTheSaleThatItIsOf() {
    Refund told =
        facts(
                "pull/refunds",
                joined(
                    returned(SALE, line(KNOWN), ""),
                    refund("rf1", "COMPLETED", 5400, "'destination_type':'CARD',")),
                Refund.class)
            .getFirst();
    assertThat(told.order().value()).isEqualTo("O1");
    assertThat(told.id().value()).isEqualTo("R1");
    assertThat(told.lines())
        .extracting(line -> line.line() + " " + line.netMinor() + " " + line.taxMinor())
        .containsExactly("l1 5000 400");
    assertThat(told.payments().getFirst().reference().value()).isEqualTo("rf1");
    assertThat(told.payments().getFirst().tender()).contains(Tender.CARD);
  }

  @Test
  @Tag("accounting-78")
  @Tag("failure-51")
  @Tag("failure-other")
  void aCardSaleThatIsRefundedInCashTakesItFromTheDrawer() {
    Refund told =
        facts(
                "pull/refunds",
                joined(
                    returned(SALE, line(KNOWN), ""),
                    refund("rf1", "COMPLETED", 5400, "'destination_type':'CASH',")),
                Refund.class)
            .getFirst();
    assertThat(told.payments().getFirst().tender()).contains(Tender.CASH);
  }

  @Test
  @Tag("accounting-33")
  void nothingIsGrantedWhileARefundIsOnItsWayNorWhenItIsRefused() {
    String order = returned(SALE, line(KNOWN), "");
    assertThat(facts("pull/refunds", joined(order, refund("rf1", "PENDING", 5400, "")))).isEmpty();
    assertThat(facts("pull/refunds", joined(order, refund("rf1", "REJECTED", 5400, "")))).isEmpty();
    assertThat(translate("pull/refunds", joined(order, refund("rf1", "LOST", 5400, ""))))
        .isEqualTo(new Translation.Unknown("square refund status LOST"));
  }

  @Test
  @Tag("failure-13")
  void aSplitPaymentIsRefundedByBothItsWays() {
    String refunds =
        refund("rf1", "COMPLETED", 2000, "")
            + ","
            + refund("rf2", "COMPLETED", 3400, "'destination_type':'CASH',");
    Refund told =
        facts("pull/refunds", joined(returned(SALE, line(KNOWN), ""), refunds), Refund.class)
            .getFirst();
    assertThat(told.payments())
        .extracting(Refund.Payment::amountMinor)
        .containsExactly(2000L, 3400L);
  }

  @Test
  void anAmountWithoutLinesIsAnAdjustmentOfTheSale() {
    Refund told =
        facts(
                "pull/refunds",
                joined(returned(SALE, line(""), ""), refund("rf1", "COMPLETED", 5400, "")),
                Refund.class)
            .getFirst();
    assertThat(told.lines()).isEmpty();
    assertThat(told.adjustmentMinor()).isEqualTo(5400);
    assertThat(told.adjustmentTaxMinor()).contains(400L);
  }

  @Test
  void aReturnWithoutAReceiptIsAnOrderOfNothing() {
    List<Fact> told =
        facts(
            "pull/refunds",
            joined(returned("", line(KNOWN), ""), refund("rf1", "COMPLETED", 5400, "")));
    assertThat(told).hasSize(2);
    assertThat(((OrderState) told.getFirst()).totalMinor()).isZero();
    assertThat(((Refund) told.getLast()).order().value()).isEqualTo("R1");
  }

  @Test
  void anAmountThatNoReturnGoesWithIsOfTheOrderItNames() {
    String sale = returned(SALE, line(KNOWN), "").replaceAll("'returns':\\[.*", "'returns':[]}");
    Refund told =
        facts("pull/refunds", joined(sale, refund("rf1", "COMPLETED", 700, "")), Refund.class)
            .getFirst();
    assertThat(told.id().value()).isEqualTo("rf1");
    assertThat(told.order().value()).isEqualTo("R1");
  }

  @Test
  @Tag("accounting-77")
  void whatAnExchangeGivesBackPaysForTheNewGoods() {
    String exchange =
        returned(
                SALE,
                line(KNOWN),
                ",'line_items':[{'uid':'n1','quantity':'1',"
                    + money("total_money", 7560)
                    + ","
                    + money("total_tax_money", 560)
                    + "}],'tenders':[]")
            .replace("'R1'", "'X1'");
    List<Fact> told = facts("pull/orders", exchange);
    assertThat(told)
        .filteredOn(OrderPayment.class::isInstance)
        .extracting(fact -> ((OrderPayment) fact).amountMinor())
        .containsExactly(5400L);
    Refund refund = (Refund) told.getLast();
    assertThat(refund.order().value()).isEqualTo("O1");
    assertThat(refund.payments()).extracting(Refund.Payment::amountMinor).containsExactly(5400L);
    assertThat(refund.payments().getFirst().tender()).contains(Tender.STORE_CREDIT);
  }

  @Test
  void aReturnThatNothingPaysIsParked() {
    assertThat(translate("pull/orders", returned(SALE, line(KNOWN), "")))
        .isEqualTo(new Translation.Unknown("square return that no refund pays"));
  }

  @Test
  void whatIsReturnedOfTwoSalesIsDividedInOrder() {
    String order =
        returned(SALE, line(KNOWN), "")
            .replace(
                "}]}]",
                "}]},{'uid':'r2','source_order_id':'O2','return_line_items':["
                    + line(KNOWN)
                    + "]}]");
    List<Refund> told =
        facts("pull/refunds", joined(order, refund("rf1", "COMPLETED", 10800, "")), Refund.class);
    assertThat(told).extracting(refund -> refund.order().value()).containsExactly("O1", "O2");
    assertThat(told)
        .allSatisfy(refund ->
            assertThat(refund.payments())
                .extracting(Refund.Payment::amountMinor)
                .containsExactly(5400L));
  }
}
