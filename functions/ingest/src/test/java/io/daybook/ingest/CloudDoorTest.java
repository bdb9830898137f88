package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What alarms look for must be what the function writes: they look under its name in the account. */
class CloudDoorTest {
  @Test
  void metricsStandUnderTheFunctionsNameInTheAccount() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    CloudDoor.log(
            Map.of("AWS_LAMBDA_FUNCTION_NAME", "daybook-prod-ingest"), lines, Clock.systemUTC())
        .answered(Answer.NOT_KEPT);
    assertThat(lines.toString(UTF_8))
        .contains("\"Function\":\"daybook-prod-ingest\"")
        .contains("\"NotKept\":1");
  }
}
