package io.riftwatch.ingest.feed;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.riftwatch.ingest.extract.WebLink;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The string is an absolute http or https address without credentials, of a length to be kept. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {

  /**
   * Characters of an address that is followed: PostgreSQL's indexes take no row past 2,704 bytes.
   */
  int LONGEST = 2048;

  String message() default
      "must be an absolute http or https address without credentials and of at most 2048"
          + " characters, such as https://example.org/feed.xml";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Judges an address; null is for NotNull to judge. */
  final class Check implements ConstraintValidator<WebAddress, String> {

    @Override
    public boolean isValid(String address, ConstraintValidatorContext context) {
      return address == null
          || address.length() <= LONGEST
              && WebLink.absolute(address).filter(uri -> uri.getRawUserInfo() == null).isPresent();
    }
  }
}
