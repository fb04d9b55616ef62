package io.riftwatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

  @Test
  void aGeneratedSecretIsValidAndUnlikeTheNext() {
    SecureRandom random = new SecureRandom();
    String secret = SigningSecret.generate(random);

    assertTrue(SigningSecret.isValid(secret));
    assertNotEquals(secret, SigningSecret.generate(random));
  }

  @ParameterizedTest(name = "{0} bytes: valid {1}")
  @CsvSource({"23, false", "24, true", "64, true", "65, false"})
  void aKeyHas24To64Bytes(int bytes, boolean valid) {
    String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);

    assertEquals(valid, SigningSecret.isValid(secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_***", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void anythingElseIsNoSecret(String secret) {
    assertEquals(false, SigningSecret.isValid(secret));
  }
}
