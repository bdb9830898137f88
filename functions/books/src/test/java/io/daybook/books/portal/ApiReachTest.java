package io.daybook.books.portal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.channel.Reach;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiReachTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8",
        "https://127.0.0.1",
        "https://[::1]",
        "https://localhost:9001",
        "https://169.254.169.254",
        "https://10.1.2.3/rest",
        "https://user@8.8.8.8",
        "https:///nowhere",
        "mailto:a@b"
      })
  void inTheCloudOnlyAHostOfTheInternetIsAskedOverTls(String address) {
    assertThatThrownBy(() -> ApiReach.require(URI.create(address), Reach.PUBLIC))
        .isInstanceOf(NotDone.class);
  }

  @Test
  void aPublicHostMayBeAskedAndAnyHostOnAMachineOfOnesOwn() {
    assertThatCode(
            () -> {
              ApiReach.require(URI.create("https://8.8.8.8/shop"), Reach.PUBLIC);
              ApiReach.require(URI.create("http://127.0.0.1:9"), Reach.ANYWHERE);
            })
        .doesNotThrowAnyException();
  }
}
