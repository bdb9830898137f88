package io.daybook.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.StepCodec;
import io.daybook.ledger.StoreSamples;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class BodyCodecTest {
  private static final String CHARGE =
      """
      {"id":"evt_9","object":"event","type":"charge.succeeded","data":{"object":{"id":"ch_9","object":"charge",\
      "amount":4200,"balance_transaction":"txn_9","captured":true,"currency":"usd","paid":true,"refunded":false}}}\
      """;

  @Test
  void everyBodyIsReadBackToTheByte() {
    Random random = new Random(20250301);
    for (int round = 0; round < 2_000; round++) {
      byte[] body = new byte[random.nextInt(round + 1)];
      random.nextBytes(body);
      if (round % 2 == 0) {
        Arrays.fill(body, body.length / 3, body.length, (byte) 'x');
      }
      for (BodyCodec codec : List.of(BodyCodec.MESSAGE, BodyCodec.STEP)) {
        byte[] stored = codec.encode(body);
        assertThat(BodyCodec.decode(stored)).as("round %d of seed 20250301", round).isEqualTo(body);
        assertThat(stored.length).isLessThanOrEqualTo(body.length + 1);
      }
    }
  }

  @Test
  void aSmallWebhookTakesHalfItsSizeOrLess() {
    byte[] body = CHARGE.getBytes(StandardCharsets.UTF_8);
    assertThat(BodyCodec.MESSAGE.encode(body).length).isLessThan(body.length / 2);
  }

  @Test
  void aStepWithAnEntryTakesAThirdOfItsSizeOrLess() {
    Instant at = Instant.parse("2025-03-01T12:00:00Z");
    byte[] body = StepCodec.encode(StoreSamples.step(StoreSamples.order("450789469"), 1, at, 4200));
    assertThat(BodyCodec.STEP.encode(body).length).isLessThan(body.length / 3);
  }

  @Test
  void whatIsOfNoKnownFormatOrDamagedIsRefused() {
    byte[] stored = BodyCodec.MESSAGE.encode(CHARGE.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> BodyCodec.decode(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BodyCodec.decode(new byte[] {99, 1}))
        .hasMessageContaining("format 99");
    assertThatThrownBy(() -> BodyCodec.decode(Arrays.copyOf(stored, stored.length - 5)))
        .hasMessageContaining("ends too early");
    byte[] damaged = stored.clone();
    Arrays.fill(damaged, 1, 5, (byte) 0xff);
    assertThatThrownBy(() -> BodyCodec.decode(damaged))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A charge as the first dictionary stored it. */
  @Test
  void whatAnOlderDictionaryStoredIsStillRead() {
    byte[] body = CHARGE.getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setDictionary(Dictionary.FIRST_MESSAGE.bytes());
    deflater.setInput(body);
    deflater.finish();
    byte[] stored = new byte[body.length];
    stored[0] = 1;
    int size = deflater.deflate(stored, 1, stored.length - 1);
    deflater.end();

    assertThat(BodyCodec.decode(Arrays.copyOf(stored, size + 1))).isEqualTo(body);
  }

  /** What was stored under a dictionary could not be read with another. */
  @Test
  void theReleasedDictionariesNeverChange() throws Exception {
    assertThat(sha256(Dictionary.MESSAGE))
        .isEqualTo("bbc33cf42ed54cf78063a7b683cab035d4070467de594ca95273027ba4abd0f9");
    assertThat(sha256(Dictionary.FIRST_MESSAGE))
        .isEqualTo("62cd55a65b2e60598029268e7c96d45c764ed7463387b0d82a0b7de74352c417");
    assertThat(sha256(Dictionary.STEP))
        .isEqualTo("0841fd1697c834402439e8247b8359a658e6b559f76cf08affd2da711b709ea6");
  }

  private static String sha256(Dictionary dictionary) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(dictionary.bytes()));
  }
}
