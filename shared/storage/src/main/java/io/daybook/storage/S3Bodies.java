package io.daybook.storage;

import io.daybook.ledger.StoreFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Large bodies as objects of a bucket, which says itself how they are enciphered and when they expire. */
public final class S3Bodies implements LargeBodies {
  private final S3Client s3;
  private final String bucket;
  private final String prefix;

  /**
   * Bodies in a bucket.
   *
   * @param prefix before each key; empty or ending in {@code /}
   */
  public S3Bodies(S3Client s3, String bucket, String prefix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public void put(String key, byte[] body) {
    try {
      s3.putObject(
          request -> request.bucket(bucket).key(prefix + key), RequestBody.fromBytes(body));
    } catch (SdkException e) {
      throw new StoreFailure("cannot keep s3://" + bucket + "/" + prefix + key, e);
    }
  }

  @Override
  public byte[] get(String key) {
    try {
      return s3.getObjectAsBytes(request -> request.bucket(bucket).key(prefix + key)).asByteArray();
    } catch (SdkException e) {
      throw new StoreFailure("cannot read s3://" + bucket + "/" + prefix + key, e);
    }
  }
}
