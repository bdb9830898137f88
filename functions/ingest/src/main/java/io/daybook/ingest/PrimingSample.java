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
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/easypost/priming.priming-easypost","rawQueryString":"","heade\
              rs":{"content-type":"application/json","x-hmac-signature":"hmac-sha256-hex=1fa477d32c7729e8c06f0\
              6d67668a8dcb5cefa3d82ecf8328a104a97a5cf4794"},"requestContext":{"http":{"method":"POST","path":"\
              /hooks/easypost/priming.priming-easypost"}},"body":"eyJpZCI6ImV2dF8xIiwiZGVzY3JpcHRpb24iOiJ0cmFj\
              a2VyLnVwZGF0ZWQiLCJyZXN1bHQiOnt9fQ==","isBase64Encoded":true}\
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/shipstation/priming.priming-shipstation","rawQueryString":"",\
              "headers":{"content-type":"application/json","x-shipengine-rsa-sha256-key-id":"priming","x-shipe\
              ngine-rsa-sha256-signature":"eFKIkzU9/t7KVbDOzAWgDCFP6oB7UzFdWzeAjruiI38y2zO8Q7zoL/NCwhrKCfodn6w\
              QFjInIfxBzXk9MRQf1ynRpEXp7HA5MkjDuBeTZFJVqnCyN/+28PbWBajw8SRDwJwbhFKoAVKTArjmxZVOvR7zOpjvr3IwAu6\
              ccFyyjlqTlolLZfDDW+Ss6qamBzgfRMgefh4sECrc93uWw24aulBQ1hQ9JdqYh1yMLjCdgGneRC3e+rvRHTrmkXBf94RmSt0\
              vcQVo2RJ6FL1/xP45WN3o4bXFxdI9TpHKbQ6vWA2x1nzcw59yXhqIrer55A8YPNZPO7ib8vxc7csICn1gaw==","x-shipen\
              gine-timestamp":"2025-01-01T00:00:00Z"},"requestContext":{"http":{"method":"POST","path":"/hooks\
              /shipstation/priming.priming-shipstation"}},"body":"eyJyZXNvdXJjZV90eXBlIjoiQVBJX1RSQUNLIn0=","i\
              sBase64Encoded":true}\
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/shipstation-v1/priming.priming-shipstation-v1","rawQueryStrin\
              g":"token=a+secret+for+priming","headers":{"content-type":"application/json"},"requestContext":{\
              "http":{"method":"POST","path":"/hooks/shipstation-v1/priming.priming-shipstation-v1"}},"body":"\
              eyJyZXNvdXJjZV90eXBlIjoiU0hJUF9OT1RJRlkifQ==","isBase64Encoded":true}\
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/shippo/priming.priming-shippo","rawQueryString":"token=a+secr\
              et+for+priming","headers":{"content-type":"application/json"},"requestContext":{"http":{"method"\
              :"POST","path":"/hooks/shippo/priming.priming-shippo"}},"body":"eyJldmVudCI6InRyYW5zYWN0aW9uX2Ny\
              ZWF0ZWQiLCJ0ZXN0IjpmYWxzZSwiZGF0YSI6e319","isBase64Encoded":true}\
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/square/priming.priming-square","headers":{"content-type":"app\
              lication/json","host":"priming","x-square-hmacsha256-signature":"LbTev216tUYxbrQ+K/bL8IggHRhwXZt\
              Kk5LYdPjsdos="},"requestContext":{"http":{"method":"POST","path":"/hooks/square/priming.priming-\
              square"}},"body":"eyJtZXJjaGFudF9pZCI6Ik0xIiwidHlwZSI6InBheW1lbnQudXBkYXRlZCIsImV2ZW50X2lkIjoiZT\
              EiLCJkYXRhIjp7fX0=","isBase64Encoded":true}\
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/magento/priming.priming-magento","rawQueryString":"","header\
              s":{"content-type":"application/json","x-adobe-digital-signature-1":"YLI8giN+z0tKJ1Nje200vkaevp\
              5/xT7x4SaJRl4YbVH3GCJilVLETYGSHMWv+3bTSLCvmLhzi+axigRjrjJfp9OoDqdA4o23npL5EP8+FJDxsQr8/2P96YvkK\
              lvttsPjRc41Vb2YlvpXJlDfTBI3nCsGmQH6OpCorX7UwtULcAKT7hWNfMQxsZV8j+avtrUqR103gn6t4CCgNTUQIBXdKyEW\
              fN8jC7l5H84VeB+aaJlY75CBvt9u/dt+dAf6dVclLKTt8I+nd+SJlFZvHhO6UScHDkL79C1w7Qzx3QNRVxXgyaRwmFxVMGc\
              xelIie3AfIFENY+LkTHmwr4sL8CQplg==","x-adobe-public-key1-path":"/prod/keys/pub-key-priming.pem"}\
              ,"requestContext":{"http":{"method":"POST","path":"/hooks/magento/priming.priming-magento"}},"b\
              ody":"eyJzcGVjdmVyc2lvbiI6IjEuMCIsInR5cGUiOiJjb20uYWRvYmUuY29tbWVyY2Uub2JzZXJ2ZXIuc2FsZXNfb3JkZ\
              XJfc2F2ZV9jb21taXRfYWZ0ZXIiLCJkYXRhIjp7InZhbHVlIjp7fX0sInJlY2lwaWVudGNsaWVudGlkIjoicHJpbWluZyJ9\
              ","isBase64Encoded":true}\
              """),
          new PrimingSample(
              """
              {"version":"2.0","rawPath":"/hooks/generic/priming.priming-generic","headers":{"content-type":"a\
              pplication/json","daybook-timestamp":"1735689600","daybook-signature":"v1=8555c652513967b4ae065f\
              2aad11013e85cbcfd77490672ee59db21817dcec1b"},"requestContext":{"http":{"method":"POST","path":"/\
              hooks/generic/priming.priming-generic"}},"body":"eyJmYWN0cyI6W119","isBase64Encoded":true}\
              """));
}
