package io.daybook.storage.secrets;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import software.amazon.awssdk.services.kms.KmsClient;

/** The hub's key in KMS, which it never leaves. */
public final class KmsKey implements SecretBoxes {
  private final KmsClient kms;
  private final String keyId;

  /**
   * A key.
   *
   * @param keyId its id, ARN or alias
   */
  public KmsKey(KmsClient kms, String keyId) {
    this.kms = kms;
    this.keyId = keyId;
  }

  @Override
  public SecretBox of(Book book, ConnectionName connection) {
    return new KmsBox(kms, keyId, book, connection);
  }
}
