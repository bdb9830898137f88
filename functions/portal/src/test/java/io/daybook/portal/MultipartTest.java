package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=XX";

  private static Multipart read(String body) {
    return Multipart.read(TYPE, body.getBytes(StandardCharsets.UTF_8));
  }

  /** With the line ends that the standard wants. */
  private static Multipart readLines(String body) {
    return read(body.replace("\n", "\r\n"));
  }

  @Test
  void fieldsAndFilesAreReadAsTheyWereSent() {
    Multipart form =
        readLines(
            """
            --XX
            Content-Disposition: form-data; name="a"

            grün
            --XX
            Content-Disposition: form-data; name="empty"


            --XX
            Content-Disposition: form-data; name="f"; filename="C:\\x\\März.csv"
            Content-Type: text/csv

            line
            --X no boundary

            --XX--
            """);
    assertThat(form.fields()).isEqualTo(Map.of("a", "grün", "empty", ""));
    assertThat(form.files().get("f"))
        .isEqualTo(new Multipart.Upload("März.csv", Bytes.utf8("line\r\n--X no boundary\r\n")));
  }

  @Test
  void aFieldForAFileThatWasLeftEmptyHasNone() {
    assertThat(
            readLines(
                    """
                    --XX
                    Content-Disposition: form-data; name="f"; filename=""
                    Content-Type: application/octet-stream


                    --XX--
                    """)
                .files())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--XX",
        "--XX\r\n",
        "--YY\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--YY--",
        "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
        "--XX\r\nContent-Disposition: form-data\r\n\r\nb\r\n--XX--"
      })
  void whatIsNoSuchFormIsRefused(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void withoutABoundaryNothingIsRead() {
    assertThatThrownBy(() -> Multipart.read("multipart/form-data", new byte[0]))
        .isInstanceOf(UnreadableRequest.class);
  }

  @Test
  void moreThanAFormOfOursIsRefused() {
    String part = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
    assertThatThrownBy(() -> read(part.repeat(10_000) + "--XX--"))
        .isInstanceOf(UnreadableRequest.class);
  }

  /** Whatever comes is read or refused in words. */
  @Test
  void anyBytesAreReadOrRefused() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "--XX", "\r\n", "\r\n\r\n", "name=\"a\"", "; filename=\"b\"", "x", "--", ";"
    };
    for (int times = 0; times < 20_000; times++) {
      StringBuilder body = new StringBuilder(random.nextBoolean() ? "--XX" : "");
      for (int length = random.nextInt(14); length > 0; length--) {
        body.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        assertThat(read(body.toString())).as("seed %d: %s", seed, body).isNotNull();
      } catch (UnreadableRequest refused) {
        assertThat(refused).isNotNull();
      }
    }
  }
}
