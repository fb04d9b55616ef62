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

/** The string is an absolute http or https address without credentials. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {

  String message() default
      "must be an absolute http or https address without credentials, such as"
          + " https://example.org/feed.xml";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Judges an address; null is for NotNull to judge. */
  final class Check implements ConstraintValidator<WebAddress, String> {

    @Override
    public boolean isValid(String address, ConstraintValidatorContext context) {
      return address == null
          || WebLink.absolute(address).filter(uri -> uri.getRawUserInfo() == null).isPresent();
    }
  }
}
