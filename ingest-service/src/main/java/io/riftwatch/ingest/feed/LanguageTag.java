package io.riftwatch.ingest.feed;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.riftwatch.ingest.extract.LanguageCode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The string is a language tag that begins with an ISO 639-1 code, or blank. */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = LanguageTag.Check.class)
public @interface LanguageTag {

  String message() default "must begin with an ISO 639-1 code, such as fr or fr-FR";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Judges a tag; none at all is none. */
  final class Check implements ConstraintValidator<LanguageTag, String> {

    @Override
    public boolean isValid(String tag, ConstraintValidatorContext context) {
      return tag == null || tag.isBlank() || LanguageCode.of(tag).isPresent();
    }
  }
}
