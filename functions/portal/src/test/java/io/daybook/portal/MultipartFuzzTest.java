package io.daybook.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class MultipartFuzzTest {
  private static final byte[] FRAME = "--b".getBytes(UTF_8);

  @FuzzTest
  void anyBytesAreAFormOrRefused(byte[] bytes) {
    read(bytes);
    byte[] framed = Arrays.copyOf(FRAME, FRAME.length + bytes.length);
    System.arraycopy(bytes, 0, framed, FRAME.length, bytes.length);
    read(framed);
  }

  private static void read(byte[] body) {
    Multipart form;
    try {
      form = Multipart.read("multipart/form-data; boundary=b", body);
    } catch (UnreadableRequest refused) {
      assertThat(refused).hasMessageNotContaining("--");
      return;
    }
    int content =
        form.files().values().stream().mapToInt(file -> file.bytes().toArray().length).sum();
    assertThat(content).isLessThanOrEqualTo(body.length);
  }
}
