package io.daybook.sources.magento;

import static io.daybook.sources.magento.Json.bytes;
import static io.daybook.sources.magento.Json.document;
import static io.daybook.sources.magento.Json.event;
import static io.daybook.sources.magento.Json.facts;
import static io.daybook.sources.magento.Json.only;
import static io.daybook.sources.magento.Json.order;
import static io.daybook.sources.magento.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.sources.Translation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final String SAVED = "sales_order_save_commit_after";

  @Test
  @Tag("accounting-61")
  void anEventWithAWholeOrderTellsWhatTheSweepWould() {
    OrderState told = only("any", event(SAVED, order()), OrderState.class);
    assertThat(told).isEqualTo(only("pull/orders", order(), OrderState.class));
  }

  @Test
  void aBatchTellsAllOfIt() {
    String second = order().replace("'entity_id':12", "'entity_id':13");
    assertThat(facts("events", "[" + event(SAVED, order()) + "," + event(SAVED, second) + "]"))
        .hasSize(2);
  }

  @Test
  void anEventThatShowsTooLittleTellsNothing() {
    assertThat(translate("any", event(SAVED, "{'entity_id':12}")))
        .isEqualTo(new Translation.Facts(List.of()));
    assertThat(
            facts(
                "any",
                event("sales_order_invoice_save_commit_after", document(5, "2", "'items':[]"))))
        .isEmpty();
  }

  @Test
  @Tag("accounting-62")
  void aDocumentThatCarriesItsOrderIsTold() {
    String invoice = document(5, "2", Json.TOTALS + ",'items':[],'order':" + order());
    assertThat(
            only("any", event("sales_order_invoice_pay", invoice), OrderPayment.class)
                .amountMinor())
        .isEqualTo(10584);
  }

  @Test
  void otherEventsConcernNoMoneyOrAreParked() {
    assertThat(translate("any", event("catalog_product_save_after", "{}")))
        .isInstanceOf(Translation.Facts.class);
    assertThat(translate("any", event("astrology_sign_save_after", "{}")))
        .isEqualTo(
            new Translation.Unknown(
                "magento event com.adobe.commerce.observer.astrology_sign_save_after"));
    assertThat(translate("any", "{")).isInstanceOf(Translation.Malformed.class);
  }

  @Test
  void theTopicIsTheTypeOrTheBatch() {
    String one = event(SAVED, order());
    assertThat(Envelope.read(bytes(one)).topic()).isEqualTo("com.adobe.commerce.observer." + SAVED);
    assertThat(
            Envelope.read(bytes("[" + one + "," + event("sales_order_invoice_pay", "{}") + "]"))
                .topic())
        .isEqualTo("events");
    assertThat(Envelope.read(bytes("{'type':'a b'")).topic()).isEqualTo("event");
  }
}
