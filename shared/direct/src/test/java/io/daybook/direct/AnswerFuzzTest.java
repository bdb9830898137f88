package io.daybook.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.stream.JsonWriter;
import io.daybook.items.StoredItem;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever a service answers: it is read, or refused as broken input. The seeds run with every test; {@code
 * JAZZER_FUZZ=1} searches for more.
 */
class AnswerFuzzTest {
  private static final byte[] ANSWER =
      "{\"Item\":{\"pk\":{\"S\":\"a/b\"},\"v\":{\"N\":\"3\"},\"b\":{\"B\":\"AQID\"},\"x\":{\"M\":{\"y\":[1.5e3,null]}}},\"t\":true}"
          .getBytes(UTF_8);

  @FuzzTest
  void anyAnswerIsReadOrRefused(byte[] answer) throws IOException {
    JsonReading.ANSWERS.code(answer);
    boolean whole = JsonReading.ANSWERS.isWhole(answer);
    Optional<StoredItem> item;
    try {
      item = ItemJson.found(answer);
    } catch (IOException refused) {
      return;
    }
    assertThat(whole).as("what can be read is whole").isTrue();
    if (item.isPresent()) {
      assertThat(ItemJson.found(written(item.get()))).isEqualTo(item);
    }
  }

  private static byte[] written(StoredItem item) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.beginObject().name("Item");
    ItemJson.write(json, item);
    json.endObject();
    return text.toString().getBytes(UTF_8);
  }

  @Test
  void anAnswerCutAnywhereOrChangedAnywhereIsReadOrRefused() throws IOException {
    assertThat(ItemJson.found(ANSWER)).isPresent();
    for (int length = 0; length < ANSWER.length; length++) {
      byte[] cut = Arrays.copyOf(ANSWER, length);
      assertThat(JsonReading.ANSWERS.isWhole(cut)).as("cut at %d", length).isFalse();
      anyAnswerIsReadOrRefused(cut);
    }
    Random random = new Random(20250301);
    for (int round = 0; round < 1_000; round++) {
      byte[] changed = ANSWER.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      anyAnswerIsReadOrRefused(changed);
    }
  }

  @Test
  void whatIsNestedWithoutEndIsRefused() {
    byte[] deep = ("{\"a\":" + "[".repeat(1_000_000)).getBytes(UTF_8);
    assertThat(JsonReading.ANSWERS.isWhole(deep)).isFalse();
    assertThat(JsonReading.ANSWERS.code(deep)).isEmpty();
  }
}
