package io.daybook.sources.square;

import static io.daybook.sources.square.Json.facts;
import static io.daybook.sources.square.Json.money;
import static io.daybook.sources.square.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fulfilment;
import io.daybook.events.Fulfilment.Shipped;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderLine.Kind;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Tender;
import io.daybook.sources.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static final String TAX =
      "'taxes':[{'uid':'t1','name':'CA Sales Tax','percentage':'8.0','type':'%s'}],";

  private static String order(String state, long total, long tip, String more) {
    return "{'id':'O1','location_id':'L1','state':'"
        + state
        + "','created_at':'2026-10-05T17:59:00Z','updated_at':'2026-10-05T18:00:05Z',"
        + "'closed_at':'2026-10-05T18:00:04Z',"
        + money("total_money", total)
        + ","
        + money("total_tip_money", tip)
        + ","
        + more
        + "}";
  }

  private static String line(String uid, long total, long tax, long discount, String more) {
    return "{'uid':'"
        + uid
        + "','quantity':'2','item_type':'ITEM','catalog_object_id':'V1',"
        + money("total_money", total)
        + ","
        + money("total_tax_money", tax)
        + ","
        + money("total_discount_money", discount)
        + ",'applied_taxes':[{'uid':'a','tax_uid':'t1',"
        + money("applied_money", tax)
        + "}]"
        + more
        + "}";
  }

  private static OrderState state(String order) {
    return facts("pull/orders", order, OrderState.class).getFirst();
  }

  @Test
  @Tag("accounting-66")
  void aSaleWithAddedTaxDiscountTipAndServiceCharge() {
    String charge =
        "'service_charges':[{'uid':'c1','name':'Large party','calculation_phase':'SUBTOTAL_PHASE',"
            + money("total_money", 1000)
            + ","
            + money("total_tax_money", 0)
            + "}]";
    OrderState told =
        state(
            order(
                "COMPLETED",
                6500,
                600,
                TAX.formatted("ADDITIVE")
                    + "'line_items':["
                    + line("l1", 4900, 400, 500, "")
                    + "],"
                    + charge));

    assertThat(told.totalMinor()).isEqualTo(6500);
    assertThat(told.tipMinor()).isEqualTo(600);
    OrderLine goods = told.lines().getFirst();
    assertThat(goods.kind()).isEqualTo(Kind.GOODS);
    assertThat(goods.grossMinor()).isEqualTo(5000);
    assertThat(goods.discountMinor()).isEqualTo(500);
    assertThat(goods.quantity()).isEqualTo(2);
    assertThat(goods.taxes())
        .extracting(tax -> tax.jurisdiction() + " " + tax.rate() + " " + tax.minor())
        .containsExactly("CA Sales Tax 0.08 400");
    assertThat(told.lines().getLast().kind()).isEqualTo(Kind.SERVICE_CHARGE);
    assertThat(told.lines().getLast().grossMinor()).isEqualTo(1000);
  }

  @Test
  @Tag("accounting-9")
  void taxInThePriceIsNoRevenueAndTheDiscountLosesItsShareOfIt() {
    // 119.00 with 19 % in it, less 11.90.
    OrderState told =
        state(
            order(
                "COMPLETED",
                10710,
                0,
                TAX.formatted("INCLUSIVE")
                    + "'line_items':["
                    + line("l1", 10710, 1710, 1190, "")
                    + "]"));
    OrderLine line = told.lines().getFirst();
    assertThat(line.netMinor()).isEqualTo(9000);
    assertThat(line.discountMinor()).isEqualTo(1000);
    assertThat(line.grossMinor()).isEqualTo(10000);
  }

  @Test
  void anApportionedChargeIsTakenOutOfTheLinesThatHoldIt() {
    String sale =
        "'line_items':["
            + line("l1", 1100, 0, 0, "," + money("total_service_charge_money", 100))
            + "],'service_charges':[{'uid':'c1','treatment_type':'APPORTIONED_TREATMENT',"
            + money("applied_money", 100)
            + ","
            + money("total_money", 100)
            + "}]";
    List<OrderLine> lines = state(order("COMPLETED", 1100, 0, sale)).lines();
    assertThat(lines).extracting(OrderLine::netMinor).containsExactly(1000L, 100L);
    assertThat(state(order("COMPLETED", 1200, 0, sale)).lines())
        .extracting(OrderLine::netMinor)
        .containsExactly(1100L, 100L);
  }

  @Test
  @Tag("failure-26")
  void aTotalThatIsNotTheSumOfItsPartsIsRefused() {
    assertThat(
            translate(
                "pull/orders",
                order("COMPLETED", 1001, 0, "'line_items':[" + line("l1", 1000, 0, 0, "") + "]")))
        .isEqualTo(
            new Translation.Malformed(
                "total_money", "the sum of lines, service charges, tip and rounding, 1000"));
  }

  @Test
  void overTheCounterGoodsAreHandedOverWhenTheOrderIsClosed() {
    String sale = "'line_items':[" + line("l1", 1000, 0, 0, "") + "]";
    Fulfilment counter =
        facts("pull/orders", order("COMPLETED", 1000, 0, sale), Fulfilment.class).getFirst();
    assertThat(counter.shippedAt()).isEqualTo(Instant.parse("2026-10-05T18:00:04Z"));
    assertThat(counter.lines())
        .extracting(shipped -> shipped.line() + " " + shipped.quantity())
        .containsExactly("l1 2");
    assertThat(facts("pull/orders", order("OPEN", 1000, 0, sale), Fulfilment.class)).isEmpty();
    assertThat(facts("pull/orders", order("DRAFT", 1000, 0, sale))).isEmpty();
  }

  @Test
  void whatIsToBePickedUpWaitsForIt() {
    String fulfilments =
        ",'fulfillments':[{'uid':'f1','type':'PICKUP','state':'%s','line_item_application':'ENTRY_LIST',"
            + "'entries':[{'uid':'e','line_item_uid':'l1','quantity':'1'}],"
            + "'pickup_details':{'picked_up_at':'2026-10-06T09:00:00Z'}}]";
    String sale = "'line_items':[" + line("l1", 1000, 0, 0, "") + "]";
    assertThat(
            facts(
                "pull/orders",
                order("OPEN", 1000, 0, sale + fulfilments.formatted("PREPARED")),
                Fulfilment.class))
        .isEmpty();
    List<Fulfilment> done =
        facts(
            "pull/orders",
            order("COMPLETED", 1000, 0, sale + fulfilments.formatted("COMPLETED")),
            Fulfilment.class);
    assertThat(done).hasSize(2);
    assertThat(done.getFirst().shippedAt()).isEqualTo(Instant.parse("2026-10-06T09:00:00Z"));
    assertThat(done)
        .allSatisfy(
            parcel -> assertThat(parcel.lines()).extracting(Shipped::quantity).containsExactly(1));
  }

  @Test
  void whatIsSoldByWeightIsOneUnitWithoutACost() {
    OrderLine line =
        state(
                order(
                    "COMPLETED",
                    1000,
                    0,
                    "'line_items':["
                        + line("l1", 1000, 0, 0, "").replace("'quantity':'2'", "'quantity':'1.70'")
                        + "]"))
            .lines()
            .getFirst();
    assertThat(line.quantity()).isEqualTo(1);
    assertThat(line.sku()).isEmpty();
  }

  @Test
  void aGiftCardSoldIsALiability() {
    assertThat(
            state(
                    order(
                        "COMPLETED",
                        2500,
                        0,
                        "'line_items':["
                            + line("l1", 2500, 0, 0, "").replace("'ITEM'", "'GIFT_CARD'")
                            + "]"))
                .lines())
        .extracting(OrderLine::kind)
        .containsExactly(Kind.GIFT_CARD);
  }

  @Test
  @Tag("accounting-67")
  @Tag("accounting-95")
  void cashIsPaidAsRoundedAndACardOfTheSameOrderIsToldByItsPayment() {
    String sale =
        "'line_items':["
            + line("l1", 5403, 400, 0, "")
            + "],'rounding_adjustment':{"
            + money("amount_money", 2)
            + "},'tenders':[{'id':'T1','payment_id':'P1','type':'CASH','created_at':'2026-10-05T18:00:03Z',"
            + money("amount_money", 3405)
            + "},{'id':'T2','payment_id':'P2','type':'CARD','created_at':'2026-10-05T18:00:02Z',"
            + money("amount_money", 2000)
            + "}]";
    List<OrderPayment> paid =
        facts("pull/orders", order("COMPLETED", 5405, 0, sale), OrderPayment.class);
    assertThat(paid).hasSize(1);
    assertThat(paid.getFirst().tender()).contains(Tender.CASH);
    assertThat(paid.getFirst().amountMinor()).isEqualTo(3405);
    assertThat(paid.getFirst().roundingMinor()).contains(2L);
    assertThat(state(order("COMPLETED", 5405, 0, sale)).totalMinor()).isEqualTo(5403);
  }

  @Test
  void aCancelledOrderSaysWhen() {
    String sale = "'line_items':[" + line("l1", 1000, 0, 0, "") + "]";
    assertThat(state(order("CANCELED", 1000, 0, sale)).cancelledAt())
        .isEqualTo(Optional.of(Instant.parse("2026-10-05T18:00:04Z")));
    assertThat(translate("pull/orders", order("FROZEN", 1000, 0, sale)))
        .isEqualTo(new Translation.Unknown("square order state FROZEN"));
  }
}
