package io.daybook.ingest;

import java.util.List;

/**
 * A webhook as Lambda hands it over, correctly signed with a secret that opens nothing ({@link Rehearsal}).
 *
 * @param event a function-URL event
 */
record PrimingSample(String event) {
  /** One of each platform that calls. */
  static final List<PrimingSample> ALL =
      List.of(
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/shopify/priming.priming-shopify","headers":{"content-type":"\
              application/json","x-shopify-topic":"orders/create","x-shopify-hmac-sha256":"HRS0n8ctZ4KyXNkHdz\
              8I7MA4yZJgJC2r+7zRheKTAv4="},"requestContext":{"http":{"method":"POST","path":"/hooks/shopify/p\
              riming.priming-shopify"}},"body":"eyJpZCI6MSwiYWRtaW5fZ3JhcGhxbF9hcGlfaWQiOiJnaWQ6Ly9zaG9waWZ5L\
              09yZGVyLzEiLCJjdXJyZW5jeSI6IkVVUiIsInRvdGFsX3ByaWNlIjoiMS4wMCJ9","isBase64Encoded":true}\
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/stripe/priming.priming-stripe","headers":{"content-type":"ap\
              plication/json","stripe-signature":"t=1735689600,v1=459b0360e70d073c271a6c9c3d86656f90b289328f0\
              4cf352e020f88d07738fd"},"requestContext":{"http":{"method":"POST","path":"/hooks/stripe/priming\
              .priming-stripe"}},"body":"eyJpZCI6ImV2dF8xIiwib2JqZWN0IjoiZXZlbnQiLCJ0eXBlIjoiY2hhcmdlLnN1Y2Nl\
              ZWRlZCIsImRhdGEiOnsib2JqZWN0Ijp7ImlkIjoiY2hfMSIsImFtb3VudCI6MTAwfX19","isBase64Encoded":true}\
              """));
}
