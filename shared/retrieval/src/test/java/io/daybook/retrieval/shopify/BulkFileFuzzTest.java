package io.daybook.retrieval.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.sources.json.FieldProblem;
import java.io.IOException;
import okio.Buffer;

class BulkFileFuzzTest {
  @FuzzTest
  void anyBytesAreObjectsOrRefused(byte[] bytes) throws IOException {
    for (BulkFile.Ending ending : BulkFile.Ending.values()) {
      try {
        BulkFile.Batch batch = BulkFile.batch(new Buffer().write(bytes), 0, ending, _ -> true, 10);
        if (batch instanceof BulkFile.Batch.Read read) {
          // The last line may lack its end.
          assertThat(read.end()).isBetween(0L, bytes.length + 1L);
        }
      } catch (FieldProblem refused) {
        assertThat(refused.expected()).isNotBlank();
      }
    }
  }
}
