package io.daybook.storage.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

class KmsBoxTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final ConnectionName SHOP = new ConnectionName("shop");
  private static final byte[] SECRET = "sk_not a real one".getBytes(StandardCharsets.UTF_8);

  private final KmsKey key = new KmsKey(new FakeKms(), "alias/daybook");

  @Test
  void aSecretOpensForItsOwnConnectionOnly() {
    String sealed = key.of(BOOK, SHOP).seal(SECRET);
    assertThat(sealed).startsWith("kms-1:");
    assertThat(key.of(BOOK, SHOP).open(sealed)).isEqualTo(SECRET);
    assertThatThrownBy(() -> key.of(new Book("red-cup"), SHOP).open(sealed))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> key.of(BOOK, SHOP).open("file-1:AAAA"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whenKmsDoesNotAnswerTheFailureIsBrokenInputOutputAndNotTheSecrets() {
    KmsKey gone = new KmsKey(new FakeKms(), "alias/gone");
    assertThatThrownBy(() -> gone.of(BOOK, SHOP).seal(SECRET)).isInstanceOf(StoreFailure.class);
  }

  /** Hands out numbers for secrets and gives them back under the same context. */
  private static final class FakeKms implements KmsClient {
    private record Kept(Map<String, String> context, SdkBytes secret) {}

    private final Map<SdkBytes, Kept> kept = new HashMap<>();

    @Override
    public EncryptResponse encrypt(EncryptRequest request) {
      if (request.keyId().equals("alias/gone")) {
        throw SdkClientException.create("no route to host");
      }
      SdkBytes blob = SdkBytes.fromUtf8String("blob " + kept.size());
      kept.put(blob, new Kept(request.encryptionContext(), request.plaintext()));
      return EncryptResponse.builder().ciphertextBlob(blob).build();
    }

    @Override
    public DecryptResponse decrypt(DecryptRequest request) {
      Kept found = kept.get(request.ciphertextBlob());
      if (found == null || !found.context().equals(request.encryptionContext())) {
        throw InvalidCiphertextException.builder().message("invalid").build();
      }
      return DecryptResponse.builder().plaintext(found.secret()).build();
    }

    @Override
    public String serviceName() {
      return "kms";
    }

    @Override
    public void close() {}
  }
}
