package io.daybook.cloud.template;

import io.daybook.catalogue.Bucket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The buckets: private, versioned, enciphered, TLS 1.2 and later only, each access logged. */
final class BucketSet {
  /** An object that expired or was replaced can be had back for this long. */
  private static final int REPLACED_DAYS = 7;

  private static final int UPLOAD_DAYS = 1;
  private static final double TLS = 1.2;

  private final Stage stage;
  private final Keys keys;
  private final Map<Bucket, software.amazon.awscdk.services.s3.Bucket> buckets =
      new EnumMap<>(Bucket.class);

  BucketSet(Construct scope, Stage stage, Keys keys) {
    this.stage = stage;
    this.keys = keys;
    software.amazon.awscdk.services.s3.Bucket access = access(scope);
    buckets.put(Bucket.ACCESS, access);
    for (Bucket bucket : List.of(Bucket.BODIES, Bucket.STATEMENTS, Bucket.FAILURES, Bucket.DROPS)) {
      buckets.put(bucket, make(scope, bucket, access));
    }
    // Not CDK's own switch, which would bring a function of its own to turn it.
    for (Bucket told : List.of(Bucket.FAILURES, Bucket.DROPS)) {
      if (get(told).getNode().getDefaultChild() instanceof CfnBucket telling) {
        telling.addPropertyOverride(
            "NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
      }
    }
  }

  software.amazon.awscdk.services.s3.Bucket get(Bucket bucket) {
    return Optional.ofNullable(buckets.get(bucket)).orElseThrow();
  }

  private software.amazon.awscdk.services.s3.Bucket.Builder common(Construct scope, Bucket bucket) {
    return software.amazon.awscdk.services.s3.Bucket.Builder.create(
            scope, Names.id(bucket.word()) + "Bucket")
        .bucketName(Names.bucket(stage, bucket))
        .versioned(true)
        .enforceSsl(true)
        .minimumTlsVersion(TLS)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .lifecycleRules(rules(bucket))
        .removalPolicy(Removal.of(stage));
  }

  private software.amazon.awscdk.services.s3.Bucket make(
      Construct scope, Bucket bucket, software.amazon.awscdk.services.s3.Bucket access) {
    software.amazon.awscdk.services.s3.Bucket.Builder made =
        common(scope, bucket)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .encryption(BucketEncryption.KMS)
            .encryptionKey(keys.data())
            // One data key for many objects: a call of KMS for each would cost more than they do.
            .bucketKeyEnabled(true)
            .serverAccessLogsBucket(access)
            .serverAccessLogsPrefix(bucket.word() + "/");
    switch (bucket.lock()) {
      case NONE -> {
        // Nothing in it is anybody's proof.
      }
      case LOCKED -> made.objectLockEnabled(true).objectLockDefaultRetention(retention());
    }
    return made.build();
  }

  /** Logs are delivered to a bucket under S3's own key only, and CloudFront still delivers them by access list. */
  private software.amazon.awscdk.services.s3.Bucket access(Construct scope) {
    software.amazon.awscdk.services.s3.Bucket access =
        common(scope, Bucket.ACCESS)
            .encryption(BucketEncryption.S3_MANAGED)
            .objectOwnership(
                stage.domain().isPresent()
                    ? ObjectOwnership.BUCKET_OWNER_PREFERRED
                    : ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .build();
    Nag.except(access, "S1", "It holds the access logs: logging access to it would never end.");
    return access;
  }

  /** Nobody's, not even the account's owner's, hand reaches a locked object of a stage that serves. */
  private ObjectLockRetention retention() {
    Duration locked = Duration.days(stage.lockDays());
    return switch (stage.care()) {
      case SERVING -> ObjectLockRetention.compliance(locked);
      case TRIAL, DISPOSABLE -> ObjectLockRetention.governance(locked);
    };
  }

  private static List<LifecycleRule> rules(Bucket bucket) {
    List<LifecycleRule> rules = new ArrayList<>();
    LifecycleRule.Builder rule =
        LifecycleRule.builder()
            .id("age")
            .abortIncompleteMultipartUploadAfter(Duration.days(UPLOAD_DAYS));
    bucket
        .kept()
        .ifPresent(kept ->
            rule.expiration(Duration.days(kept.toDays()))
                .noncurrentVersionExpiration(Duration.days(REPLACED_DAYS)));
    rules.add(rule.build());
    if (bucket.kept().isPresent()) {
      rules.add(LifecycleRule.builder().id("markers").expiredObjectDeleteMarker(true).build());
    }
    return rules;
  }
}
