package io.daybook.storage.secrets;

import io.daybook.items.KmsSeal;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StoreFailure;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** KMS Encrypt and Decrypt with book and connection as encryption context. Format: {@link KmsSeal}. */
public final class KmsBox implements SecretBox {
  private final KmsClient kms;
  private final String keyId;
  private final Map<String, String> context;

  KmsBox(KmsClient kms, String keyId, Book book, ConnectionName connection) {
    this.kms = kms;
    this.keyId = keyId;
    this.context = KmsSeal.context(book, connection);
  }

  @Override
  public String seal(byte[] secret) {
    SecretBox.requireSealable(secret);
    try {
      SdkBytes plain = SdkBytes.fromByteArray(secret);
      byte[] blob =
          kms.encrypt(request -> request.keyId(keyId).plaintext(plain).encryptionContext(context))
              .ciphertextBlob()
              .asByteArray();
      return KmsSeal.text(blob);
    } catch (SdkException e) {
      throw new StoreFailure("cannot seal a secret of " + context, e);
    }
  }

  @Override
  public byte[] open(String sealed) {
    SdkBytes blob = SdkBytes.fromByteArray(KmsSeal.blob(sealed, context));
    try {
      return kms.decrypt(
              request -> request.keyId(keyId).ciphertextBlob(blob).encryptionContext(context))
          .plaintext()
          .asByteArray();
    } catch (InvalidCiphertextException | IncorrectKeyException e) {
      throw new IllegalArgumentException(
          "a secret of " + context + " was altered, or sealed with another key", e);
    } catch (SdkException e) {
      throw new StoreFailure("cannot open a secret of " + context, e);
    }
  }
}
