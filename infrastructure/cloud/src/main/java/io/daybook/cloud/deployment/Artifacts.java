package io.daybook.cloud.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * The artifacts bucket of an account and region: archives by their hash, templates, and the records of releases. It is
 * versioned, enciphered, closed to the public and to whoever does not use TLS; each command puts right what is not so.
 * Every call names the account that the bucket must belong to, so that a bucket which somebody else took the name for is
 * never written to.
 */
final class Artifacts {
  private final S3Client s3;
  private final Account account;
  private final String bucket;

  Artifacts(Aws aws, Account account) {
    this.s3 = aws.s3();
    this.account = account;
    this.bucket = account.artifactsBucket();
  }

  String bucket() {
    return bucket;
  }

  /** Where CloudFormation reads an object. */
  String url(String key) {
    return "https://" + bucket + ".s3." + account.region() + "." + account.domain() + "/" + key;
  }

  /** Whether there is such a bucket and it is ours. */
  boolean exists() throws Complaint {
    try {
      Action.FIND_BUCKET.call(
          () -> s3.headBucket(request -> request.bucket(bucket).expectedBucketOwner(account.id())));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() == 404) {
        return false;
      }
      throw refused;
    }
  }

  /**
   * Makes the bucket, and puts right what is not as it should be.
   *
   * @return what was done, in words; empty if all was well
   */
  List<String> ensure() throws Complaint {
    List<String> done = new ArrayList<>();
    if (!exists()) {
      Action.MAKE_BUCKET.call(() -> s3.createBucket(creation()));
      done.add("made the bucket " + bucket);
    }
    if (!isClosed()) {
      Action.BLOCK_PUBLIC_ACCESS.call(() ->
          s3.putPublicAccessBlock(request ->
              request
                  .bucket(bucket)
                  .expectedBucketOwner(account.id())
                  .publicAccessBlockConfiguration(closed())));
      done.add("closed it to the public");
    }
    if (!isEnciphered()) {
      Action.SET_ENCRYPTION.call(() ->
          s3.putBucketEncryption(request ->
              request
                  .bucket(bucket)
                  .expectedBucketOwner(account.id())
                  .serverSideEncryptionConfiguration(enciphered())));
      done.add("had it enciphered");
    }
    if (!isVersioned()) {
      Action.SET_VERSIONING.call(() ->
          s3.putBucketVersioning(request ->
              request
                  .bucket(bucket)
                  .expectedBucketOwner(account.id())
                  .versioningConfiguration(
                      versioning -> versioning.status(BucketVersioningStatus.ENABLED))));
      done.add("had its versions kept");
    }
    if (!isTlsOnly()) {
      Action.SET_BUCKET_POLICY.call(() ->
          s3.putBucketPolicy(request ->
              request.bucket(bucket).expectedBucketOwner(account.id()).policy(tlsOnly())));
      done.add("closed it to whoever does not use TLS");
    }
    return done;
  }

  private CreateBucketRequest creation() {
    CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(bucket);
    // us-east-1 is where S3 makes buckets by default, and it refuses to be named.
    if (!account.region().equals("us-east-1")) {
      request.createBucketConfiguration(
          CreateBucketConfiguration.builder()
              .locationConstraint(BucketLocationConstraint.fromValue(account.region()))
              .build());
    }
    return request.build();
  }

  private static ServerSideEncryptionConfiguration enciphered() {
    ServerSideEncryptionRule rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
            .build();
    return ServerSideEncryptionConfiguration.builder().rules(rule).build();
  }

  private String tlsOnly() {
    return """
    {"Version": "2012-10-17", "Statement": [{"Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "s3:*",\
     "Resource": ["arn:%1$s:s3:::%2$s", "arn:%1$s:s3:::%2$s/*"],\
     "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}\
    """
        .formatted(account.partition(), bucket);
  }

  private static PublicAccessBlockConfiguration closed() {
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(true)
        .blockPublicPolicy(true)
        .ignorePublicAcls(true)
        .restrictPublicBuckets(true)
        .build();
  }

  private boolean isClosed() {
    return orAbsent(() ->
            Action.READ_PUBLIC_ACCESS.call(() ->
                s3.getPublicAccessBlock(
                        request -> request.bucket(bucket).expectedBucketOwner(account.id()))
                    .publicAccessBlockConfiguration()))
        .filter(closed()::equals)
        .isPresent();
  }

  private boolean isEnciphered() {
    return orAbsent(() ->
            Action.READ_ENCRYPTION.call(() ->
                s3.getBucketEncryption(
                    request -> request.bucket(bucket).expectedBucketOwner(account.id()))))
        .filter(answer -> !answer.serverSideEncryptionConfiguration().rules().isEmpty())
        .isPresent();
  }

  private boolean isVersioned() {
    return Action.READ_VERSIONING.call(() ->
        s3.getBucketVersioning(request -> request.bucket(bucket).expectedBucketOwner(account.id()))
            .status())
        == BucketVersioningStatus.ENABLED;
  }

  private boolean isTlsOnly() {
    return orAbsent(() ->
            Action.READ_BUCKET_POLICY.call(() ->
                s3.getBucketPolicy(
                        request -> request.bucket(bucket).expectedBucketOwner(account.id()))
                    .policy()))
        .filter(policy -> policy.contains("aws:SecureTransport"))
        .isPresent();
  }

  /** S3 answers 404 for a setting that was never made. */
  private static <T> Optional<T> orAbsent(Supplier<T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (S3Exception refused) {
      if (refused.statusCode() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** Whether an object is there. */
  boolean has(String key) {
    return orAbsent(() ->
            Action.READ_OBJECT.call(() ->
                s3.headObject(
                    request -> request.bucket(bucket).key(key).expectedBucketOwner(account.id()))))
        .isPresent();
  }

  /** Puts a file there. */
  void upload(String key, Path file) {
    Action.WRITE_OBJECT.call(() ->
        s3.putObject(
            request -> request.bucket(bucket).key(key).expectedBucketOwner(account.id()),
            RequestBody.fromFile(file)));
  }

  /** Puts a document there, whatever was there before. */
  void write(String key, byte[] document) {
    put(key, document, Map.of());
  }

  /**
   * Puts a document where none was.
   *
   * @return its tag, or empty if there is one already
   */
  Optional<String> create(String key, byte[] document) {
    return putIf(key, document, Map.of("If-None-Match", "*"));
  }

  /**
   * Puts a document in the place of the one that was read under a tag.
   *
   * @return its new tag, or empty if it is another by now
   */
  Optional<String> replace(String key, byte[] document, String tag) {
    return putIf(key, document, Map.of("If-Match", tag));
  }

  private Optional<String> putIf(String key, byte[] document, Map<String, String> condition) {
    try {
      return Optional.of(put(key, document, condition));
    } catch (S3Exception refused) {
      // 409: another wrote at the same moment.
      if (refused.statusCode() == 412 || refused.statusCode() == 409) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private String put(String key, byte[] document, Map<String, String> condition) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .expectedBucketOwner(account.id())
            .contentType("application/json");
    Optional.ofNullable(condition.get("If-None-Match")).ifPresent(request::ifNoneMatch);
    Optional.ofNullable(condition.get("If-Match")).ifPresent(request::ifMatch);
    return Action.WRITE_OBJECT.call(
        () -> s3.putObject(request.build(), RequestBody.fromBytes(document)).eTag());
  }

  /** A document and its tag. */
  static final class Document {
    private final byte[] bytes;
    private final String tag;

    private Document(byte[] bytes, String tag) {
      this.bytes = bytes;
      this.tag = tag;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    String tag() {
      return tag;
    }
  }

  /** The document under a key. */
  Optional<Document> read(String key) {
    return orAbsent(() ->
            Action.READ_OBJECT.call(() ->
                s3.getObjectAsBytes(
                    request -> request.bucket(bucket).key(key).expectedBucketOwner(account.id()))))
        .map(Artifacts::document);
  }

  private static Document document(ResponseBytes<GetObjectResponse> answer) {
    return new Document(answer.asByteArray(), answer.response().eTag());
  }

  /** Takes a document away; one that is not there is away already. */
  void delete(String key) {
    Action.DELETE_OBJECT.call(() ->
        s3.deleteObject(
            request -> request.bucket(bucket).key(key).expectedBucketOwner(account.id())));
  }

  /** The keys that begin so. */
  List<String> keys(String prefix) {
    return Action.FIND_BUCKET.call(() ->
        s3
            .listObjectsV2Paginator(
                request -> request.bucket(bucket).prefix(prefix).expectedBucketOwner(account.id()))
            .contents()
            .stream()
            .map(S3Object::key)
            .toList());
  }
}
