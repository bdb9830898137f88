package io.daybook.sources.bank.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountNumberTest {
  @ParameterizedTest
  @CsvSource({
    "DE89 3704 0044 0532 0130 00,de89370400440532013000,true",
    "37040044/0532013000,DE89370400440532013000,true",
    "532013000,DE89370400440532013000,true",
    "3000,DE89370400440532013000,false",
    "532013001,DE89370400440532013000,false",
    "DE89370400440532013000,DE02120300000000202051,false",
    "123456789,9123456789,false",
  })
  void aNumberMayBeTheEndOfAnIban(String one, String other, boolean same) {
    assertThat(AccountNumber.mayBeSame(one, other)).isEqualTo(same);
    assertThat(AccountNumber.mayBeSame(other, one)).isEqualTo(same);
  }
}
