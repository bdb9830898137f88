package io.daybook.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTest {
  @Test
  void aRegionsServicesAnswerAtTheirUsualHosts() {
    Endpoints endpoints = Endpoints.of(Map.of("AWS_REGION", "eu-central-1"));
    assertThat(endpoints.dynamoDb()).hasToString("https://dynamodb.eu-central-1.amazonaws.com/");
    assertThat(endpoints.kms()).hasToString("https://kms.eu-central-1.amazonaws.com/");
    assertThat(endpoints.bucket("bodies"))
        .hasToString("https://bodies.s3.eu-central-1.amazonaws.com/");
    assertThat(Endpoints.of(Map.of("AWS_REGION", "cn-north-1")).kms())
        .hasToString("https://kms.cn-north-1.amazonaws.com.cn/");
  }

  @Test
  void theEnvironmentMaySayOtherwiseForOneOrAll() {
    Endpoints endpoints =
        Endpoints.of(
            Map.of(
                "AWS_REGION",
                "eu-central-1",
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:1",
                "AWS_ENDPOINT_URL_KMS",
                "http://127.0.0.1:2/"));
    assertThat(endpoints.dynamoDb()).hasToString("http://127.0.0.1:1/");
    assertThat(endpoints.kms()).hasToString("http://127.0.0.1:2/");
    assertThat(endpoints.bucket("bodies")).hasToString("http://127.0.0.1:1/bodies/");
  }

  @Test
  void withoutARegionThereAreNone() {
    assertThatThrownBy(() -> Endpoints.of(Map.of())).hasMessageContaining("AWS_REGION");
  }
}
